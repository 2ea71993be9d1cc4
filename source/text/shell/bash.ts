import {
	allOptions,
	type CompletedCommand,
	type CompletedProgram,
	type CompletedValue,
	identifier,
	spellings,
	valuedSpellings,
} from './completed.js';

const action = (value: CompletedValue, name: string): string => {
	switch (value.type) {
		case 'words':
			return `COMPREPLY=($(compgen -W '${value.words.join(' ')}' -- "$cur"))`;
		case 'list':
			return `_${name}_list '${value.words.join(' ')}' "$cur"`;
		case 'files':
			return `_${name}_files -f "$cur"`;
		case 'folders':
			return `_${name}_files -d "$cur"`;
		default:
			return ':';
	}
};

const placeLines = (command: CompletedCommand, isFirst: boolean, program: CompletedProgram): readonly string[] => {
	const names: CompletedValue = {type: 'words', words: program.commands.map(({name}) => name)};
	return (isFirst ? [names] : command.places).map(
		(value, index) => `\t\t${command.name}:${index}) ${action(value, identifier(program))} ;;`,
	);
};

/**
Completion for bash 3.2 and newer.

@source bash(1), section "Programmable Completion"
*/
export const bashCompletion = (program: CompletedProgram): string => {
	const name = identifier(program);
	const [first] = program.commands;
	return `# ${program.name} for bash: source <(${program.name} completion bash)
_${name}_files() {
	local each
	compopt -o filenames 2>/dev/null
	while IFS= read -r each; do
		COMPREPLY+=("$each")
	done < <(compgen "$1" -- "$2")
}

_${name}_list() {
	local before=
	[[ $2 == *,* ]] && before="\${2%,*},"
	COMPREPLY=($(compgen -P "$before" -W "$1" -- "\${2##*,}"))
	compopt -o nospace 2>/dev/null
}

_${name}() {
	local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command='${first?.name ?? ''}' place=0 seen=0 i=1 word
	local IFS=$' \\t\\n'
	COMPREPLY=()
	if [[ $cur == = ]]; then
		cur=
	elif [[ $prev == = ]]; then
		prev="\${COMP_WORDS[COMP_CWORD-2]}"
	fi

	while ((i < COMP_CWORD)); do
		word="\${COMP_WORDS[i]}"
		case $word in
		${valuedSpellings(program).join(' | ')})
			[[ \${COMP_WORDS[i+1]} == = ]] && ((i++))
			((i++))
			;;
		-* | =) ;;
		*)
			if ((seen)); then
				((place++))
			else
				case $word in
				${program.commands.map(each => each.name).join(' | ')}) command=$word ;;
				*) place=1 ;;
				esac
			fi
			seen=1
			;;
		esac
		((i++))
	done

	case $prev in
${allOptions(program)
	.flatMap(option => (option.value === null ? [] : [`\t${spellings(option).join(' | ')}) ${action(option.value, name)}; return ;;`]))
	.join('\n')}
	esac

	if [[ $cur == -* ]]; then
		case $command in
${program.commands.map(each => `\t\t${each.name}) ${action({type: 'words', words: each.options.flatMap(spellings)}, name)} ;;`).join('\n')}
		esac
		return
	fi

	((seen)) || command='${first?.name ?? ''}'
	case $command:$place in
${program.commands.flatMap((each, index) => placeLines(each, index === 0, program)).join('\n')}
	esac
}

complete -F _${name} ${program.name}
`;
};
