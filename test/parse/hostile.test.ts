import {describe, expect, test} from 'vitest';
import {parseCgroup} from '../../source/parse/cgroup.js';
import {parseCmdline} from '../../source/parse/cmdline.js';
import {parseEnviron} from '../../source/parse/environ.js';
import {execProgram, initScriptPrograms, parseIniFile} from '../../source/parse/ini-file.js';
import {parsePasswd} from '../../source/parse/passwd.js';
import {printable} from '../../source/parse/printable.js';
import {parseProcNet, parseProcNetUnix} from '../../source/parse/proc-net.js';
import {parseProcStat} from '../../source/parse/proc-stat.js';
import {parseProcStatus} from '../../source/parse/proc-status.js';
import {
	parseBootTime,
	parseHidepid,
	parseLoadAverage,
	parseMemTotal,
	parseOsRelease,
	parsePageSize,
} from '../../source/parse/proc-system.js';
import {programName, scriptName} from '../../source/parse/process-name.js';
import {parseSystemctlShow} from '../../source/parse/systemctl.js';
import {isLinearFor, leaks, type Parser, texts, throwing, units} from './hostile-laws.js';
import {unsafe} from './hostile-texts.js';

const clean = (text: string): string => printable(text);
const rest = '1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 1 1 1 0 0';

/** Every parser, with the text whole and with the text in the places where a process or a file decides what stands there. */
const parsers: readonly (readonly [string, Parser])[] = [
	['printable', clean],
	['parseProcStat', parseProcStat],
	['parseProcStat (name)', text => parseProcStat(`1 (${text}) S ${rest}`)],
	['parseProcStatus', text => [parseProcStatus(text), parseProcStatus(`Name:\t${text}\nUid:\t${text}\nNSpid:\t${text}\nSigCgt:\t${text}`)]],
	['parseCmdline', parseCmdline],
	['parseEnviron', text => [parseEnviron(text), parseEnviron(`SUPERVISOR_PROCESS_NAME=${text}\0TERM=${text}\0`)]],
	['parseCgroup', text => [parseCgroup(text), parseCgroup(`0::/${text}`), parseCgroup(`0::/lxc/${text}/${text}.service`)]],
	['parseProcNet', text => [parseProcNet(text, 'tcp'), parseProcNet(`   0: ${text}`, 'udp')]],
	['parseProcNetUnix', text => [parseProcNetUnix(text), parseProcNetUnix(`0: 00000002 00000000 00010000 0001 01 9 ${text}`)]],
	['parsePasswd', text => [parsePasswd(text), parsePasswd(`${text}:x:5:5`), parsePasswd(`a:${text}:${text}`)]],
	['parseBootTime', text => [parseBootTime(text), parseBootTime(`btime ${text}`)]],
	['parseLoadAverage', text => [parseLoadAverage(text), parseLoadAverage(`0.1 0.1 0.1 1/${text}`)]],
	['parseOsRelease', text => [parseOsRelease(text), parseOsRelease(`PRETTY_NAME="${text}"`), parseOsRelease(`PRETTY_NAME=${text}`)]],
	['parsePageSize', text => [parsePageSize(text), parsePageSize(`KernelPageSize: ${text}`)]],
	['parseMemTotal', text => [parseMemTotal(text), parseMemTotal(`MemTotal: ${text}`)]],
	[
		'parseSystemctlShow',
		text => [parseSystemctlShow(text, 'system', null), parseSystemctlShow(`Id=${text}\nDescription=${text}\nTriggers=${text}`, 'user', 5)],
	],
	[
		'initScriptPrograms',
		text => [initScriptPrograms(text, 'x'), initScriptPrograms(`DAEMON=/${text}`, 'x'), initScriptPrograms(`--exec /${text}`, 'x')],
	],
	// these two are given what other parsers have cleaned
	['programName', text => [programName(clean(text), clean(text), [clean(text)]), programName('', null, [clean(text)])]],
	['scriptName', text => [scriptName('node', ['node', clean(text)]), scriptName('python3', ['python3', '-m', clean(text)])]],
];

/** Those that hand on what they were given as it came. */
const uncleaned: readonly (readonly [string, Parser])[] = [
	['parseProcStat (state)', text => parseProcStat(`1 (x) ${text} ${rest}`)],
	['parseIniFile', text => [parseIniFile(text), parseIniFile(`[${text}]\n${text}=${text}\n`)]],
	['execProgram', text => [execProgram(text), execProgram(`/usr/bin/env /${text}`)]],
];

/** Words that every object has are looked up like any other. */
const careless: readonly (readonly [string, Parser])[] = [
	['parseHidepid', text => [parseHidepid(text), parseHidepid(`proc /proc proc hidepid=${text}`)]],
];

describe('whatever a machine holds', () => {
	test('there are thousands of texts, and most of them are unsafe', () => {
		expect(texts.length).toBeGreaterThan(3000);
		expect(texts.filter(text => unsafe.test(text)).length).toBeGreaterThan(texts.length / 2);
	});

	test.each([...parsers, ...uncleaned])('%s does not throw', (_, parse) => {
		expect(throwing(parse)).toEqual([]);
	});

	test.each(careless)('%s does not throw', (_, parse) => {
		expect(throwing(parse)).toEqual([]);
	});

	test.each(parsers)('%s gives no string that could steer a terminal or change a line', (_, parse) => {
		expect(leaks(parse)).toEqual([]);
	});

	test.each(uncleaned)('%s gives no string that could steer a terminal or change a line', (_, parse) => {
		expect(leaks(parse)).toEqual([]);
	});
});

describe('however long it is', () => {
	test.each([...parsers, ...uncleaned, ...careless])('%s takes a time that grows with the length and no faster', (_, parse) => {
		expect(units.filter(unit => !isLinearFor(parse, unit))).toEqual([]);
	});
});
