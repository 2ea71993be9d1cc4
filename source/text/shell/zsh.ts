import {
	type CompletedCommand,
	type CompletedOption,
	type CompletedProgram,
	type CompletedValue,
	identifier,
	quoted,
	valuedSpellings,
} from './completed.js';

const action = (value: CompletedValue, label: string): string => {
	switch (value.type) {
		case 'words':
			return `(${value.words.join(' ')})`;
		case 'list':
			return ` _values -s , ${label} ${value.words.join(' ')}`;
		case 'files':
			return '_files';
		case 'folders':
			return '_files -/';
		default:
			return ' ';
	}
};

const escaped = (about: string): string => about.replaceAll(/[\\[\]:]/g, character => `\\${character}`);

const optionSpec = ({name, short, about, value}: CompletedOption): string => {
	const end = `[${escaped(about)}]${value === null ? '' : `:${name}:${action(value, name)}`}`;
	return short === null
		? quoted(`--${name}${value === null ? '' : '='}${end}`)
		: `${quoted(`(-${short} --${name})`)}{-${short},--${name}${value === null ? '' : '='}}${quoted(end)}`;
};

const placeSpecs = ({places}: CompletedCommand): readonly string[] => [
	quoted('1: : '),
	...places.map((value, index) => quoted(`${index + 2}: :${action(value, 'value')}`)),
];

const commandLines = (command: CompletedCommand, isFirst: boolean, name: string): string => {
	const places = isFirst ? [quoted(`1: :_${name}_commands`)] : placeSpecs(command);
	return `\t(${command.name})\n\t\t_arguments -s : \\\n${[...command.options.map(optionSpec), ...places, quoted('*: : ')].map(spec => `\t\t\t${spec}`).join(' \\\n')}\n\t\t;;`;
};

/**
Completion for zsh: as a file `_daemon-top` in a folder of `fpath`, or sourced behind `compinit`.

@source zshcompsys(1), "_arguments", "_describe", "_values"
*/
export const zshCompletion = (program: CompletedProgram): string => {
	const name = identifier(program);
	return `#compdef ${program.name}
# ${program.name} for zsh: source <(${program.name} completion zsh)
_${name}_commands() {
	local -a commands
	commands=(
${program.commands.map(each => `\t\t${quoted(`${each.name}:${each.about}`)}`).join('\n')}
	)
	_describe -t commands command commands
}

_${name}() {
	local command=${program.commands[0]?.name ?? ''} i
	for ((i = 2; i < CURRENT; i++)); do
		case $words[i] in
		(${valuedSpellings(program).join('|')}) ((i++)) ;;
		(-*) ;;
		(${program.commands.map(each => each.name).join('|')}) command=$words[i]; break ;;
		(*) break ;;
		esac
	done

	case $command in
${program.commands.map((each, index) => commandLines(each, index === 0, name)).join('\n')}
	esac
}

if [[ $funcstack[1] == _${name} ]]; then
	_${name} "$@"
elif (( $+functions[compdef] )); then
	compdef _${name} ${program.name}
fi
`;
};
