/** What the path of an executable says on macOS. A bundle is a folder whose suffix tells what it is. */
type BundlePlace = {
	/** The outermost `.app`: the app that a person would name. */
	appPath: string | null;
	/** The app's own program, not something packed into it. */
	isAppsOwnProgram: boolean;
	/** The innermost bundle that is no app: `xpc`, `appex`, `dext`, `systemextension`. */
	suffix: 'xpc' | 'appex' | 'dext' | 'systemextension' | null;
	/** Inside an app's `Library/LoginItems`. */
	isLoginItem: boolean;
};

const noBundle: BundlePlace = {appPath: null, isAppsOwnProgram: false, suffix: null, isLoginItem: false};

/** Reads a path such as `/Applications/X.app/Contents/Frameworks/X Helper.app/Contents/MacOS/X Helper`. */
export const bundlePlace = (path: string | null): BundlePlace => {
	if (path === null || !path.includes('/')) {
		return noBundle;
	}

	const app = /^(.*?\.app)\//.exec(path)?.[1] ?? null;
	const suffixes = [...path.matchAll(/\.(xpc|appex|dext|systemextension)\//g)];
	return {
		appPath: app,
		isAppsOwnProgram: app !== null && /^\/Contents\/MacOS\/[^/]+$/.test(path.slice(app.length)),
		suffix: (suffixes.at(-1)?.[1] as BundlePlace['suffix']) ?? null,
		isLoginItem: /\.app\/Contents\/Library\/LoginItems\//.test(path),
	};
};
