import {describe, expect, test} from 'vitest';
import {type Particle, withParticle} from '../../source/text/ko/particle.js';

const cases: readonly (readonly [string, Particle, string])[] = [
	['데몬', '은', '데몬은'],
	['에이전트', '은', '에이전트는'],
	['터미널', '으로', '터미널로'],
	['launchd', '이', 'launchd가'],
	['systemd', '은', 'systemd는'],
	['cron', '은', 'cron은'],
	['Dock', '을', 'Dock을'],
	['launchctl', '으로', 'launchctl로'],
	['node', '과', 'node와'],
	['Time Machine', '을', 'Time Machine을'],
	['mds', '을', 'mds를'],
	['nginx', '이', 'nginx가'],
	['ssh.service', '은', 'ssh.service는'],
	['SIGTERM', '을', 'SIGTERM을'],
	['SIGKILL', '으로', 'SIGKILL로'],
	['PID', '은', 'PID는'],
	['SIGHUP', '을', 'SIGHUP을'],
	['SIGINT', '이', 'SIGINT가'],
	['network.target (네트워크 관리 중)', '이', 'network.target (네트워크 관리 중)이'],
	['Chrome Helper (Renderer)', '은', 'Chrome Helper (Renderer)는'],
	['URL', '으로', 'URL로'],
	['"named"', '이', '"named"가'],
	['(1)', '으로', '(1)로'],
	['443', '을', '443을'],
	['80', '을', '80을'],
	['5432', '은', '5432는'],
	['Safari.app', '이', 'Safari.app이'],
	['한글', '으로', '한글로'],
	['root', '이', 'root가'],
	['', '은', '는'],
];

describe('a particle is chosen by the last sound of what stands before it', () => {
	test.each(cases)('%s + %s: %s', (before, wanted, whole) => {
		expect(withParticle(before, wanted)).toBe(whole);
	});

	test('a name in two forms of Unicode has one particle', () => {
		expect(withParticle('데몬'.normalize('NFD'), '은').normalize('NFC')).toBe('데몬은');
	});
});
