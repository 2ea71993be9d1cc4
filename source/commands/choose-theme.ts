import {type Background, backgroundOfVariable, colourDepth} from '../paint/hues.js';
import {createTheme, type Theme} from '../paint/theme.js';
import {type ColorChoice, chooseColor, themeLevel} from './arguments.js';
import {type Context, settingsOf} from './context.js';
import {type ThemeName, themeNames} from './settings.js';

type Asked = Pick<Context, 'arguments' | 'environment' | 'settings'>;

/** The theme asked for: with `--theme`, else in the file. */
export const themeName = ({arguments: {values}, settings}: Asked): ThemeName =>
	themeNames.find(name => name === values.theme) ?? settingsOf({settings}).theme;

/** Whether colours are wanted: options come first, then NO_COLOR and FORCE_COLOR, then the file. */
const colorChoice = (asked: Asked): ColorChoice => {
	const {values} = asked.arguments;
	if (values['no-color'] || values.color !== undefined) {
		return chooseColor(values) ?? 'auto';
	}

	const isOfVariables = values.theme === undefined && Boolean(asked.environment.NO_COLOR || asked.environment.FORCE_COLOR);
	return !isOfVariables && themeName(asked) === 'none' ? 'never' : 'auto';
};

/** Where nobody has chosen, the background is what the terminal says of it, else dark: who can ask the terminal does it later. */
const backgroundFor = (asked: Asked): Background => {
	const name = themeName(asked);
	return name === 'dark' || name === 'light' ? name : (backgroundOfVariable(asked.environment.COLORFGBG) ?? 'dark');
};

/** How an output is coloured. */
export const themeFor = (asked: Asked, isTerminal: boolean): Theme => {
	const level = themeLevel(colorChoice(asked), isTerminal, asked.environment);
	return createTheme(level === 'colours' ? colourDepth(asked.environment) : level, backgroundFor(asked));
};
