import {parseCgroup, parseCgroupPath} from '../../source/parse/cgroup.js';
import {parseCmdline} from '../../source/parse/cmdline.js';
import {parseEnviron} from '../../source/parse/environ.js';
import {parseFdinfo} from '../../source/parse/fdinfo.js';
import {unixState} from '../../source/parse/held-socket.js';
import {execProgram, initScriptPrograms, parseIniFile} from '../../source/parse/ini-file.js';
import {parseJournal} from '../../source/parse/journal.js';
import {parseFields, textField} from '../../source/parse/json-line.js';
import {parsePasswd} from '../../source/parse/passwd.js';
import {printable, printableOrNull} from '../../source/parse/printable.js';
import {netEndpoint, parseNetRow, parseProcNet, parseProcNetUnix, parseUnixRows} from '../../source/parse/proc-net.js';
import {type NetTable, parseNetTable} from '../../source/parse/proc-net-all.js';
import {parseProcStat, ttyName} from '../../source/parse/proc-stat.js';
import {parseProcStatus} from '../../source/parse/proc-status.js';
import {
	parseBootTime,
	parseHidepid,
	parseLoadAverage,
	parseMemTotal,
	parseOsRelease,
	parsePageSize,
	parseUptime,
} from '../../source/parse/proc-system.js';
import {programName, scriptName} from '../../source/parse/process-name.js';
import {formatAddress, plainAddress, toPort} from '../../source/parse/socket-address.js';
import {parseSs} from '../../source/parse/ss.js';
import {parseSystemctlShow} from '../../source/parse/systemctl.js';
import {quotedNames, systemctlBlocks} from '../../source/parse/systemctl-blocks.js';
import {parseUnitDetails, parseUnitTriggers} from '../../source/parse/unit-details.js';
import {parseUnitFile} from '../../source/parse/unit-file.js';
import {parseUnitPaths} from '../../source/parse/unit-paths.js';
import {unitWords} from '../../source/parse/unit-words.js';
import {answered} from './fuzz-seeds.js';
import type {Fuzzed} from './fuzz-table.js';

const cgroups = [
	...answered(/^\/proc\/\d+\/cgroup$/),
	'0::/user.slice/user-1000.slice/user@1000.service/app.slice/app-gnome-x@1.service\n',
	`12:pids:/docker/${'0a'.repeat(32)}\n1:name=systemd:/kubepods/besteffort/pod1/${'b1'.repeat(32)}\n0::/lxc/web/system.slice/ssh.service (deleted)\n`,
];
const stats = answered(/^\/proc\/\d+\/stat$/);
const units = [...answered(/^\/(?:usr\/lib|etc)\/systemd\/system\/.*\.(?:service|socket)$/, 12)];
const scripts = answered(/^\/etc\/init\.d\//);
const blocks = answered(/^systemctl .*Id,Description/);
const details = answered(/^systemctl .*Id,Type,ExitType/);
const triggers = answered(/^systemctl .*NextElapse/);
const commands = answered(/^\/proc\/\d+\/cmdline$/, 10);
const unixTables = answered(/^\/proc\/(?:\d+\/)?net\/unix$/);
const netTables = answered(/^\/proc\/(?:\d+\/)?net\/(?:tcp|udp)6?$/);
const otherTables = [
	'sk       RefCnt Type Proto  Iface R Rmem   User   Inode\n0000000012345678 3      3    0003   2     1 0      0      23456\n',
	'sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops    Inode\n00000000abcd 15  512        00000002 0        0        0     2        0        19001\n',
];
const journal = answered(/^journalctl /);
const wholeWords = 'Exec="a b" \'c d\' e\\ f \\x20 "g\\"h" ; $VAR ${VAR}';

/** The tables that a process of its own network has, by the name of their file. */
const netTable = (text: string): unknown =>
	(['tcp', 'tcp6', 'udp', 'udp6', 'unix', 'raw', 'icmp6', 'packet', 'netlink'] satisfies readonly NetTable[]).map(table =>
		parseNetTable(text, table),
	);

/** Parsers of what Linux and systemd say. */
export const fuzzedLinux: readonly Fuzzed[] = [
	{name: 'printable', parse: text => [printable(text), printable(text, 5), printableOrNull(text, 100)], seeds: commands},
	{name: 'parseCgroup', parse: parseCgroup, seeds: cgroups},
	{name: 'parseCgroupPath', parse: text => parseCgroupPath(printable(text)), seeds: cgroups.flatMap(text => text.trim().split('\n'))},
	{name: 'parseCmdline', parse: parseCmdline, seeds: commands},
	{
		name: 'parseEnviron',
		parse: parseEnviron,
		seeds: [...answered(/\/environ$/), 'TERM=xterm\0SHLVL=1\0SYSTEMD_EXEC_PID=5\0pm_id=0\0name=api\0SUPERVISOR_PROCESS_NAME=web\0'],
	},
	{name: 'parseFdinfo', parse: parseFdinfo, seeds: answered(/\/fdinfo\/\d+$/)},
	{name: 'unixState', parse: unixState, seeds: ['LISTEN', 'ESTAB', 'UNCONN', 'SYN-SENT', 'toString']},
	{name: 'parseIniFile', parse: parseIniFile, seeds: [...units, ...answered(/\.desktop$/)]},
	{
		name: 'execProgram',
		parse: execProgram,
		seeds: ['-/usr/sbin/nginx -g "daemon off;"', "@!/bin/sh -c '/usr/sbin/x --bar'", '/usr/bin/env node /opt/server.js', wholeWords],
	},
	{name: 'initScriptPrograms', parse: text => initScriptPrograms(text, 'ssh'), seeds: scripts},
	{
		name: 'parseJournal',
		parse: parseJournal,
		seeds: [...journal, '{"MESSAGE":[104,105,27,91],"_PID":["1","2"],"PRIORITY":"3","_UID":null}\n'],
	},
	{
		name: 'parseFields',
		parse: text => Object.values(parseFields(text) ?? {}).map(textField),
		seeds: journal.flatMap(text => text.split('\n', 1)),
		isRaw: true,
	},
	{name: 'parsePasswd', parse: parsePasswd, seeds: [...answered(/^\/etc\/passwd$/), ...answered(/^getent passwd/)]},
	{name: 'parseNetTable', parse: netTable, seeds: [...netTables, ...unixTables, ...otherTables]},
	{
		name: 'parseProcNet',
		parse: text => [parseProcNet(text, 'tcp'), parseProcNet(text, 'udp'), text.split('\n').map(parseNetRow)],
		seeds: netTables,
	},
	{name: 'parseProcNetUnix', parse: text => [parseProcNetUnix(text), parseUnixRows(text)], seeds: unixTables},
	{
		name: 'netEndpoint',
		parse: netEndpoint,
		seeds: ['0100007F:4E20', '00000000000000000000000001000000:0016', '0000000000000000FFFF00000100007F:CB4A'],
	},
	{
		name: 'formatAddress',
		parse: formatAddress,
		seeds: ['0100007F', '0000000000000000FFFF00000100007F', 'B80D0120000000000000000001000000'],
	},
	{
		name: 'plainAddress',
		parse: text => [plainAddress(printable(text)), toPort(text)],
		seeds: ['[::ffff:127.0.0.1]', '0.0.0.0', '*', '8080', '[fe80::1%eth0]'],
	},
	{
		name: 'parseProcStat',
		parse: text => [parseProcStat(text), parseProcStat(`1 (${text}) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 1 1 1`)],
		seeds: stats,
	},
	{name: 'ttyName', parse: text => ttyName(Number(text)), seeds: ['34816', '1025', '1088', '-1', '1e9', '0']},
	{name: 'parseProcStatus', parse: parseProcStatus, seeds: answered(/^\/proc\/\d+\/status$/)},
	{name: 'parseBootTime', parse: parseBootTime, seeds: [...answered(/^\/proc\/stat$/), 'cpu 1 2 3\nbtime 1795370000\nprocesses 5\n']},
	{name: 'parseLoadAverage', parse: parseLoadAverage, seeds: answered(/^\/proc\/loadavg$/)},
	{name: 'parseUptime', parse: parseUptime, seeds: ['12345.67 23456.78\n']},
	{name: 'parseHidepid', parse: parseHidepid, seeds: [...answered(/\/mounts$/), 'proc /proc proc rw,hidepid=invisible,gid=5 0 0\n']},
	{name: 'parseOsRelease', parse: parseOsRelease, seeds: answered(/^\/etc\/os-release$/)},
	{name: 'parsePageSize', parse: parsePageSize, seeds: answered(/\/smaps$/)},
	{name: 'parseMemTotal', parse: parseMemTotal, seeds: answered(/^\/proc\/meminfo$/)},
	{
		name: 'programName',
		parse: text => {
			const args = parseCmdline(text);
			const first = printable(text.slice(0, 15));
			return [programName(first, args[0] ?? null, args), programName(first, null, args), scriptName(args[0] ?? '', args)];
		},
		seeds: [...commands, 'node\0--max-old-space-size=50\0/opt/app/server.js\0', 'python3\0-m\0http.server\0', 'sshd: root@pts/0\0'],
	},
	{name: 'parseSs', parse: parseSs, seeds: answered(/^ss /)},
	{
		name: 'parseSystemctlShow',
		parse: text => [parseSystemctlShow(text, 'system', null), parseSystemctlShow(text, 'user', 1000)],
		seeds: blocks,
	},
	{
		name: 'systemctlBlocks',
		parse: text => [systemctlBlocks(text), quotedNames(text)],
		seeds: [...blocks, '"a b" c "d\\"e" \\x'],
		isRaw: true,
	},
	{name: 'parseUnitDetails', parse: text => parseUnitDetails(text, 'ssh.service'), seeds: details},
	{name: 'parseUnitTriggers', parse: parseUnitTriggers, seeds: triggers},
	{name: 'parseUnitPaths', parse: parseUnitPaths, seeds: answered(/^systemctl .*Id,FragmentPath/)},
	{name: 'parseUnitFile', parse: text => [parseUnitFile(text), parseUnitFile(text, 3)], seeds: units},
	{
		name: 'unitWords',
		parse: text => [unitWords(text), unitWords(text, 2)],
		seeds: [wholeWords, '"A=b c" D=e \'F=g\'', 'a b c d'],
		isRaw: true,
	},
];
