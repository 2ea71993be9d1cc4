import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {languages} from '../source/text/text.js';
import {mediaFiles} from './support/media.js';
import {svgOf} from './support/svg-screen.js';

const folder = path.resolve(import.meta.dirname, '../media');
const largestBytes = 120 * 1024;

const drawn = await mediaFiles();
const names = [...drawn.keys()];

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"'};

/** Every text of a document, unescaped; fails where the tags do not fit together. */
const readXml = (xml: string): readonly string[] => {
	const open: string[] = [];
	const texts: string[] = [];
	let end = 0;
	for (const match of xml.matchAll(/<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<>&]*")*)(\/?)>/g)) {
		const [tag, isEnd, name = '', , isEmpty] = match;
		texts.push(xml.slice(end, match.index));
		end = match.index + tag.length;
		if (isEnd) {
			expect(open.pop()).toBe(name);
		} else if (!isEmpty) {
			open.push(name);
		}
	}

	expect(open).toEqual([]);
	expect(xml.slice(end).trim()).toBe('');
	// what is no tag above holds no sign of one
	expect(texts.filter(text => /[<>]|&(?!(?:amp|lt|gt|quot);)/.test(text))).toEqual([]);
	return texts.map(text => text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')).filter(text => text.trim() !== '');
};

const svg = (name: string): string => drawn.get(name) ?? '';

describe('the pictures of media/', () => {
	test('are one still and one moving for each language, dark and light', () => {
		const wanted = languages.flatMap(language =>
			['explorer', 'tour'].flatMap(kind => ['dark', 'light'].map(shade => `${kind}.${language}.${shade}.svg`)),
		);
		expect([...names].sort()).toEqual([...wanted].sort());
		expect(readdirSync(folder).filter(name => name.endsWith('.svg'))).toEqual([...wanted].sort());
	});

	test.each(names)('%s shows the explorer as it is now: `npm run media` draws it anew', name => {
		expect(readFileSync(path.join(folder, name), 'utf8') === svg(name)).toBe(true);
	});

	test('are the same whenever they are drawn', async () => {
		expect(await mediaFiles()).toEqual(drawn);
	});

	test.each(names)('%s is well-formed, small, without script and without anything from elsewhere', name => {
		const text = svg(name);
		expect(Buffer.byteLength(text)).toBeLessThan(largestBytes);
		expect(readXml(text)).toContain('daemon-top');
		expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
			/<(?:script|foreignObject|image|use|a)\b|\s(?:xlink:)?href=|\son\w+=|url\(|@import|https?:|="[^"]*(?:undefined|NaN)/,
		);
	});

	test.each(names)('%s keeps every stretch of text within its edges', name => {
		const [, width] = /viewBox="0 0 (\d+) /.exec(svg(name)) ?? [];
		const ends = [...svg(name).matchAll(/<text x="(\d+)" y="\d+" textLength="(\d+)"/g)].map(([, x, length]) => Number(x) + Number(length));
		expect(ends.length).toBeGreaterThan(100);
		expect(Math.max(...ends)).toBeLessThanOrEqual(Number(width) - 16);
	});

	test.each(names.filter(name => name.startsWith('tour')))('%s stands still on its first frame for who wants less motion', name => {
		const [, still = ''] = /@media\(prefers-reduced-motion:reduce\)\{([^{]*)\{animation:none\}\}/.exec(svg(name)) ?? [];
		const moving = [...svg(name).matchAll(/\.(s\d+)\{visibility:(\w+);animation:/g)];
		expect(still.split(',')).toEqual(moving.map(([, group]) => `.${group}`));
		expect(new Set(moving.map(([, , visibility]) => visibility))).toEqual(new Set(['visible', 'hidden']));
	});
});

test('a picture keeps Hangul in its cells, escapes what it shows, and refuses what it cannot draw', () => {
	const draw = (row: string): string => svgOf([{screen: {rows: [row], cursor: null}, seconds: 1}], 20, 'dark', 'title', 'description');
	expect(draw('\u001b[1m데몬\u001b[0m  a<b & "c"')).toContain(
		'<text x="16" y="51" textLength="32" class="k b">데몬</text><text x="64" y="51" textLength="72">a&lt;b &amp; &quot;c&quot;</text>',
	);
	expect(draw('\u001b[7mab\u001b[0m')).toContain('<rect class="p" x="16" y="38" width="16" height="18"/>');
	expect(draw('\u001b[1;38;2;255;0;16mab\u001b[0m')).toMatch(/\.cff0010\{fill:#ff0010\}[\s\S]*class="b cff0010">ab</);
	expect(() => draw('\u001b[5mab\u001b[0m')).toThrow('no picture');
});
