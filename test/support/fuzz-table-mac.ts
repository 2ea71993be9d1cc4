import {Buffer} from 'node:buffer';
import {parseJobDefinition} from '../../source/parse/job-definition.js';
import {parseLaunchctlList} from '../../source/parse/launchctl-list.js';
import {domainName, launchdPid, launchdStatus, parseLaunchctlDomain} from '../../source/parse/launchctl-print.js';
import {parseLaunchctlService} from '../../source/parse/launchctl-service.js';
import {parseLsappinfo} from '../../source/parse/lsappinfo.js';
import {cleanField, descriptorOf, lsofEndpoint, parseLsofFields, readLsofFiles, splitName, unixPath} from '../../source/parse/lsof.js';
import {parseLsofProcess} from '../../source/parse/lsof-sockets.js';
import {parsePropertyList} from '../../source/parse/plist.js';
import {parseBinaryPropertyList} from '../../source/parse/plist-binary.js';
import {codeLines} from '../../source/parse/plist-code-lines.js';
import {readContent} from '../../source/parse/plist-content.js';
import {findEntries} from '../../source/parse/plist-entries.js';
import {parseOpenStep} from '../../source/parse/plist-openstep.js';
import {markOpenStep} from '../../source/parse/plist-openstep-marks.js';
import {printPropertyList} from '../../source/parse/plist-print.js';
import {toPlistValue} from '../../source/parse/plist-value.js';
import {parseXmlPropertyList} from '../../source/parse/plist-xml.js';
import {markXml} from '../../source/parse/plist-xml-marks.js';
import {parseDarwinArgs, parseDarwinPs, parsePsTable} from '../../source/parse/ps-darwin.js';
import {parseSwVers, parseSysctl} from '../../source/parse/sysctl.js';
import {answered, macSeeds} from './fuzz-seeds.js';
import type {Fuzzed} from './fuzz-table.js';

const {xml, binary, openStep} = macSeeds;
const lists = [...xml, ...openStep, ...binary];

const lsofOfProcess = [
	...answered(/^lsof /),
	...macSeeds.listeners,
	'p1\0cx\0\nf5\0tunix\0d0x1\0n->0x2\0\nf6\0tIPv6\0PTCP\0n[::1]:80->[::1]:5\0TST=ESTABLISHED\0\n',
];
const names = [
	'*:7000',
	'[::1]:22->[fe80:4::1]:50000 (ESTABLISHED)',
	'127.0.0.1:8080 (LISTEN)',
	'/run/x.sock type=STREAM (CONNECTED)',
	'->0xabc',
];

/** Bytes as Latin-1 where they begin as a binary one does, else text. */
export const bytesOf = (text: string): Buffer => Buffer.from(text, text.startsWith('bplist') ? 'latin1' : 'utf8');

/** A property list without its raw text, which may hold line breaks. */
const listOf = (text: string): unknown => {
	const {text: shown, ...rest} = parsePropertyList(bytesOf(text));
	return [rest, shown?.split('\n')];
};

/** What marks say must cover the text, in order. */
const markedLines = (text: string, isXml: boolean): unknown => {
	const marked = isXml ? markXml(text) : markOpenStep(text);
	const end = marked.spans.reduce((position, {start, end: next}) => (start === position && next > start ? next : Number.NaN), 0);
	if (end !== text.length) {
		throw new Error('the spans do not cover the text');
	}

	const contents = marked.marks.map(({content}) => readContent(text, content, isXml).text);
	const {value} = isXml ? parseXmlPropertyList(text) : parseOpenStep(text);
	return [contents, value === null ? null : findEntries(text, marked, isXml, value), codeLines(text, marked.spans, [[0, 3]], 40)];
};

const jsonValue = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

/** Parsers of what macOS and launchd say. */
export const fuzzedMac: readonly Fuzzed[] = [
	{name: 'parseDarwinPs', parse: parseDarwinPs, seeds: macSeeds.ps},
	{name: 'parseDarwinArgs', parse: parseDarwinArgs, seeds: macSeeds.psArguments},
	{
		name: 'parsePsTable',
		parse: parsePsTable,
		seeds: [
			'UID PID PPID C STIME TTY TIME CMD\n  0 1 0 0 5:21PM ?? 0:10.58 /sbin/launchd\n501 812 1 0 28Jan26 ttys000 1:02:03.04 -zsh\n',
			'USER       PID %CPU %MEM    VSZ   RSS TTY STAT START TIME COMMAND\nroot 1 0.0 0.1 1 2 ? Ss 10:32 0:01 /sbin/init splash\n',
		],
	},
	{name: 'parseLaunchctlDomain', parse: parseLaunchctlDomain, seeds: macSeeds.domain},
	{
		name: 'domainName',
		parse: text => [domainName(text), launchdStatus(text), launchdPid(text)],
		seeds: ['com.apple.xpc.launchd.user.domain.501.100007.Aqua', 'gui/501', '0', '-9', '(pe)', '78: Function not implemented', '0x100'],
	},
	{name: 'parseLaunchctlService', parse: parseLaunchctlService, seeds: macSeeds.service},
	{name: 'parseLaunchctlList', parse: parseLaunchctlList, seeds: macSeeds.jobs},
	{name: 'parseLsappinfo', parse: parseLsappinfo, seeds: macSeeds.apps},
	{name: 'parseSysctl', parse: parseSysctl, seeds: macSeeds.sysctl},
	{name: 'parseSwVers', parse: parseSwVers, seeds: macSeeds.version},
	{
		name: 'parseLsofFields',
		parse: parseLsofFields,
		seeds: [...macSeeds.listeners, 'p632\ncControlCe\nu501\nf9\ntIPv4\nPTCP\nn*:7000\nTST=LISTEN\n'],
	},
	{name: 'parseLsofProcess', parse: text => [parseLsofProcess(text, 99), parseLsofProcess(text, 1)], seeds: lsofOfProcess},
	{
		name: 'readLsofFiles',
		parse: text => readLsofFiles(text).map(({file}) => [splitName(file), descriptorOf(file)]),
		seeds: lsofOfProcess,
		isRaw: true,
	},
	{name: 'lsofEndpoint', parse: text => [lsofEndpoint(text), unixPath(text), cleanField(text)], seeds: names},
	{name: 'parsePropertyList', parse: listOf, seeds: lists},
	{name: 'parseXmlPropertyList', parse: parseXmlPropertyList, seeds: xml},
	{name: 'parseOpenStep', parse: parseOpenStep, seeds: openStep},
	{name: 'parseBinaryPropertyList', parse: text => parseBinaryPropertyList(Buffer.from(text, 'latin1')), seeds: binary},
	{name: 'markXml', parse: text => markedLines(text, true), seeds: xml, isRaw: true},
	{name: 'markOpenStep', parse: text => markedLines(text, false), seeds: openStep, isRaw: true},
	{name: 'parseJobDefinition', parse: text => parseJobDefinition(parsePropertyList(bytesOf(text)).value), seeds: lists},
	{
		name: 'printPropertyList',
		parse: text => {
			const value = toPlistValue(jsonValue(text));
			return [printPropertyList(value).split('\n'), printPropertyList(value, 5).split('\n'), parseJobDefinition(value)];
		},
		seeds: [
			'{"Label":"x","ProgramArguments":["/bin/sh","-c","true"],"KeepAlive":{"SuccessfulExit":false,"Crashed":true},"Umask":18}',
			'{"StartCalendarInterval":[{"Hour":3},{"Minute":99}],"Sockets":{"L":{"SockServiceName":"ssh"}},"Nice":-5,"a":[[[1.5e9,null]]]}',
		],
	},
];
