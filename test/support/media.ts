import {loadQuizBank} from '../../source/commands/quiz-questions.js';
import {drawQuiz} from '../../source/learn/quiz-draw.js';
import {startQuiz} from '../../source/learn/quiz-play.js';
import {createTheme} from '../../source/paint/theme.js';
import type {Action} from '../../source/store/state.js';
import {createStore, initialState} from '../../source/store/store.js';
import {type Language, languages, textOf} from '../../source/text/text.js';
import {composeFrame} from '../../source/view/frame.js';
import {findProcess, lookAtDemo, openPane} from '../view/pane-machines.js';
import {type PaintedScreen, type Shade, svgOf, type Timed} from './svg-screen.js';

const size = {columns: 100, rows: 30};

const shades: readonly Shade[] = ['dark', 'light'];

const title = 'npx daemon-top --demo';

const descriptions: Readonly<Record<Language, {explorer: string; tour: string}>> = {
	en: {
		explorer: 'The explorer: processes with their kinds, and below them why bird is an agent, with the evidence for and against it.',
		tour: 'A tour of the explorer: the list, a search for bird, why it is an agent, what it is for, a lesson, and a question of the quiz.',
	},
	ko: {
		explorer: '탐색기 화면입니다. 종류가 붙은 프로세스 목록이 있고, 그 아래에 bird를 에이전트로 판정한 근거가 있습니다.',
		tour: '탐색기를 둘러봅니다. 목록, bird 검색, 에이전트로 판정한 근거, 하는 일, 강의, 퀴즈 문제가 차례로 나옵니다.',
	},
};

/** What somebody does, and how long the screen stays after it. */
type Step = {actions: readonly Action[]; seconds: number};

type Looked = Awaited<ReturnType<typeof lookAtDemo>>;

/** Where names that end in d stand side by side, whatever they are. */
const byName: Action = {type: 'sort', column: 'name'};
const byUse: Action = {type: 'sort', column: 'cpu'};

const tourOf = async (looked: Looked): Promise<readonly Step[]> => {
	const bird = findProcess(looked, ({name}) => name === 'bird');
	const quiz = startQuiz(drawQuiz(looked.snapshot, await loadQuizBank(), 'tour', 3));
	return [
		{actions: [byUse, {type: 'move-to', place: 'first'}, {type: 'message', message: null}], seconds: 3},
		{actions: [{type: 'search-open'}, {type: 'search-insert', text: 'bi'}], seconds: 0.8},
		{actions: [{type: 'search-insert', text: 'rd'}], seconds: 1.7},
		{actions: [{type: 'search-keep'}, ...(await openPane(looked, bird, 'why'))], seconds: 5},
		{actions: await openPane(looked, bird, 'learn'), seconds: 5},
		{
			actions: [
				{type: 'menu', mode: 'lessons'},
				{type: 'menu-move', by: 6, limit: 20},
			],
			seconds: 2.5,
		},
		{actions: [{type: 'lesson', page: 'letter-d'}], seconds: 5.5},
		{actions: [{type: 'back'}, {type: 'back'}, {type: 'quiz'}, {type: 'quiz-started', quiz}], seconds: 4},
		{actions: [{type: 'choice', choice: 0}], seconds: 4.5},
	];
};

/** Plays steps one after the other, and keeps the screen after each. */
const play = ({snapshot}: Looked, steps: readonly Step[], language: Language, shade: Shade): readonly Timed[] => {
	const store = createStore(initialState(size, language, 2000));
	const theme = createTheme('truecolor', shade);
	store.dispatch({type: 'snapshot', snapshot});
	return steps.map(({actions, seconds}) => {
		for (const action of actions) {
			store.dispatch(action);
		}

		const {lines, cursor} = composeFrame(store.getState(), textOf(language));
		const screen: PaintedScreen = {rows: lines.map(line => theme.paint(line)), cursor};
		return {screen, seconds};
	});
};

/** The pictures of `media/`: the text of each file by its name. The same from the same program, whenever it is asked. */
export const mediaFiles = async (): Promise<ReadonlyMap<string, string>> => {
	const looked = await lookAtDemo();
	const bird = findProcess(looked, ({name}) => name === 'bird');
	const explorer: readonly Step[] = [
		{actions: [byName, {type: 'message', message: null}, ...(await openPane(looked, bird, 'why'))], seconds: 1},
	];
	const tour = await tourOf(looked);
	return new Map(
		languages.flatMap(language => {
			const {explorer: explorerWords, tour: tourWords} = descriptions[language];
			return shades.flatMap((shade): readonly (readonly [string, string])[] => [
				[`explorer.${language}.${shade}.svg`, svgOf(play(looked, explorer, language, shade), size.columns, shade, title, explorerWords)],
				[`tour.${language}.${shade}.svg`, svgOf(play(looked, tour, language, shade), size.columns, shade, title, tourWords)],
			]);
		}),
	);
};
