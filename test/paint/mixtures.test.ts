import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {displayWidth, takeWidth, truncate} from '../../source/paint/cell.js';
import {printable} from '../../source/parse/printable.js';
import {hostileTexts} from '../parse/hostile-texts.js';
import {createRandom} from '../parse/random.js';

/** Characters that take one cell, two or none, and that join with what stands before or behind them. */
const characters =
	'a 1 # x 데 한 가 각 か ー 、 Ａ ｡ … · é \u1100 \u1161 \u11a8 \u0301 \u20e3 \u0600 \u0e17 \u0e33 \u3099 \uff9e \u0915 \u094d \u0937 😀 👩 👧🏽 🇰 🇷'.split(
		' ',
	);

const mixtures = (): readonly string[] => {
	const random = createRandom(20_261_122);
	return Array.from({length: 20_000}, () =>
		printable(Array.from({length: 1 + random(7)}, () => characters[random(characters.length)]).join('')),
	);
};

test('a text that is measured in pieces is as wide as the whole', () => {
	const texts = [...mixtures(), ...hostileTexts().map(text => printable(text))];
	expect(texts.filter(text => displayWidth(text) !== stringWidth(text))).toEqual([]);
});

test('a text is cut in the same place, whatever stands far behind it', () => {
	const far = '데모😀'.repeat(500);
	for (const text of mixtures().slice(0, 2000)) {
		const together = `${text} |${far}`;
		expect([text, together.startsWith(takeWidth(together, stringWidth(text)))]).toEqual([text, true]);
		expect(stringWidth(truncate(together, 9))).toBeLessThanOrEqual(9);
	}
});
