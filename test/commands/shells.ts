import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A shell is installed here. */
export const hasShell = (name: string): boolean => spawnSync(name, ['-c', ':'], {stdio: 'ignore'}).status === 0;

const inFolder = <Result>(run: (folder: string) => Result): Result => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'completion-'));
	try {
		return run(folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter(line => line !== '');

const shellWord = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** What bash offers for the last of these words. */
export const completeInBash = (script: string, words: readonly string[], cwd = process.cwd()): readonly string[] =>
	inFolder(folder => {
		const file = path.join(folder, 'completion.bash');
		writeFileSync(file, script);
		const ask = `source ${shellWord(file)}; COMP_WORDS=(${words.map(shellWord).join(' ')}); COMP_CWORD=${words.length - 1}; _daemon_top; printf '%s\\n' "\${COMPREPLY[@]}"`;
		return linesOf(execFileSync('bash', ['--norc', '--noprofile', '-c', ask], {encoding: 'utf8', cwd}));
	});

/** What fish offers at the end of a line, without descriptions. */
export const completeInFish = (script: string, line: string, cwd = process.cwd()): readonly string[] =>
	inFolder(folder => {
		const file = path.join(folder, 'completion.fish');
		writeFileSync(file, script);
		const environment = {...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder};
		const ask = `source ${shellWord(file)}; complete -C ${shellWord(line)}`;
		const output = execFileSync('fish', ['--no-config', '-c', ask], {encoding: 'utf8', cwd, env: environment});
		return linesOf(output).map(each => each.split('\t')[0] ?? '');
	});

/** Presses Tab in a zsh of its own terminal, and writes down what is handed to the completion system. */
const zshDriver = String.raw`
zmodload zsh/zpty || exit 9
zpty inner zsh -f -i
zpty -w inner "source $1/inner.zsh"
zpty -r -m inner REPLY '*READY-NOW*'
zpty -w -n inner "$2"$'\t'
for try in {1..100}; do
	[[ -e $1/done ]] && break
	zpty -r -t inner REPLY
	sleep 0.05
done
zpty -d inner
`;

const zshInner = (folder: string): string => `
PROMPT=
unsetopt zle_bracketed_paste 2>/dev/null
autoload -U compinit
compinit -u -D
source ${folder}/completion.zsh
bindkey '^I' complete-word
compadd() {
	if [[ " $* " == *' -'[OAD]' '* ]]; then
		builtin compadd "$@"
		return
	fi
	local -a hits
	builtin compadd -A hits "$@"
	print -rl -- $hits >> ${folder}/hits
	builtin compadd "$@"
}
finish() { : > ${folder}/done }
comppostfuncs=(finish)
print READY-"NOW"
`;

/** What zsh offers at the end of a line. */
export const completeInZsh = (script: string, line: string): readonly string[] =>
	inFolder(folder => {
		writeFileSync(path.join(folder, 'completion.zsh'), script);
		writeFileSync(path.join(folder, 'inner.zsh'), zshInner(folder));
		writeFileSync(path.join(folder, 'driver.zsh'), zshDriver);
		writeFileSync(path.join(folder, 'hits'), '');
		execFileSync('zsh', ['-f', path.join(folder, 'driver.zsh'), folder, line], {encoding: 'utf8', timeout: 20_000});
		return linesOf(readFileSync(path.join(folder, 'hits'), 'utf8'));
	});
