import {
	type CompletedCommand,
	type CompletedOption,
	type CompletedProgram,
	type CompletedValue,
	identifier,
	valuedSpellings,
} from './completed.js';

/** One word in single quotes: fish escapes with a backslash. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const action = (value: CompletedValue, name: string): string => {
	switch (value.type) {
		case 'words':
			return `-x -a ${quoted(value.words.join(' '))}`;
		case 'list':
			return `-x -a ${quoted(`(__${name}_list ${value.words.join(' ')})`)}`;
		case 'files':
			return '-r -F';
		case 'folders':
			return "-x -a '(__fish_complete_directories)'";
		default:
			return '-x';
	}
};

/** At which place of which command a line holds. */
const condition = (command: CompletedCommand, program: CompletedProgram, place: number | null): string => {
	const isFirst = command === program.commands[0];
	return `-n ${quoted(`__${identifier(program)}_at ${place ?? 'any'} ${isFirst ? 'none ' : ''}${command.name}`)}`;
};

const optionLine = (command: CompletedCommand, {name, short, about, value}: CompletedOption, program: CompletedProgram): string =>
	[
		`complete -c ${program.name} ${condition(command, program, null)}`,
		...(short === null ? [] : [`-s ${short}`]),
		`-l ${name}`,
		...(value === null ? [] : [action(value, identifier(program))]),
		`-d ${quoted(about)}`,
	].join(' ');

const placeLine = (command: CompletedCommand, value: CompletedValue, place: number, program: CompletedProgram): readonly string[] =>
	value.type === 'free'
		? []
		: [
				`complete -c ${program.name} ${condition(command, program, place)} ${
					value.type === 'files'
						? '-F'
						: value.type === 'words'
							? `-a ${quoted(value.words.join(' '))}`
							: action(value, identifier(program))
				}`,
			];

/**
Completion for fish 3.

@source complete(1) and commandline(1) of fish
*/
export const fishCompletion = (program: CompletedProgram): string => {
	const name = identifier(program);
	const names = program.commands.map(each => each.name).join(' ');
	return `# ${program.name} for fish: ${program.name} completion fish | source
function __${name}_list
	set -l before (commandline -ct | string replace -r '^--[a-z-]+=' '' | string replace -r '[^,]*$' '')
	printf '%s\\n' "$before"$argv
end

function __${name}_at
	set -l found none
	set -l place 0
	set -l skips 0
	set -l words (commandline -opc)
	set -e words[1]
	for word in $words
		if test $skips = 1
			set skips 0
			continue
		end

		switch $word
			case ${valuedSpellings(program).join(' ')}
				set skips 1
			case '-*'
			case '*'
				if test $found != none
					set place (math $place + 1)
				else if contains -- $word ${names}
					set found $word
				else
					set found ${program.commands[0]?.name ?? ''}
				end
		end
	end

	contains -- $found $argv[2..-1]; and begin
		test $argv[1] = any; or test $argv[1] = $place
	end
end

complete -c ${program.name} -f
${program.commands.map(each => `complete -c ${program.name} -n '__${name}_at 0 none' -a ${each.name} -d ${quoted(each.about)}`).join('\n')}
${program.commands
	.flatMap(command => [
		...command.places.flatMap((value, place) => placeLine(command, value, place, program)),
		...command.options.map(option => optionLine(command, option, program)),
	])
	.join('\n')}
`;
};
