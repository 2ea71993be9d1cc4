import type {Article} from '../model/article.js';

/** Looks for the article about a program by its name; `null`: there is none. */
export type FindArticle = (name: string) => Promise<Article | null>;

type Module = {default: unknown};

/** An article is long and read seldom: each system's are loaded when the first is asked for. */
const loaders: Readonly<Record<'linux' | 'darwin', readonly (() => Promise<Module>)[]>> = {
	linux: [
		() => import('./details/linux-base.json', {with: {type: 'json'}}),
		() => import('./details/linux-desktop.json', {with: {type: 'json'}}),
		() => import('./details/linux-servers.json', {with: {type: 'json'}}),
	],
	darwin: [
		() => import('./details/macos-system.json', {with: {type: 'json'}}),
		() => import('./details/macos-files-and-cloud.json', {with: {type: 'json'}}),
		() => import('./details/macos-interface-and-apps.json', {with: {type: 'json'}}),
	],
};

/** Every article of a system, sorted within its file. */
export const loadAllArticles = async (platform: 'linux' | 'darwin'): Promise<readonly Article[]> =>
	(await Promise.all(loaders[platform].map(load => load()))).flatMap(module => module.default as readonly Article[]);

/** The articles of a system by their programs' names; nothing is read before somebody looks for one. */
export const createEncyclopedia = (platform: 'linux' | 'darwin' | 'generic'): FindArticle => {
	let byName: Promise<ReadonlyMap<string, Article>> | null = null;
	const load = async (): Promise<ReadonlyMap<string, Article>> => {
		const articles = await loadAllArticles(platform === 'darwin' ? 'darwin' : 'linux');
		return new Map(articles.flatMap(article => article.names.map(name => [name, article] as const)));
	};

	return async name => {
		byName ??= load();
		return (await byName).get(name) ?? null;
	};
};
