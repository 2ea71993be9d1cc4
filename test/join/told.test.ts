import {expect, test} from 'vitest';
import {isServiceTold} from '../../source/join/told.js';
import {jobFixture} from '../classify/mac-scene.js';
import {cgroupFixture, processFixture} from '../support/process-fixture.js';

const root = processFixture({uid: 0, cgroup: null});
const alex = processFixture({uid: 501, cgroup: null});
const inGroup = processFixture({cgroup: cgroupFixture('/system.slice/x.service')});
const blind = processFixture({hasTty: null});
const systemOnly = [jobFixture('system', 'com.example.a')];
const both = [...systemOnly, jobFixture('gui/501', 'com.example.b')];

test.each([
	['launchd before it answered tells nothing', root, null, 'launchd', false],
	['a silent launchd tells nothing', root, [], 'launchd', false],
	['launchd told the jobs of the system', root, systemOnly, 'launchd', true],
	['and not those of a user who was not asked about', alex, systemOnly, 'launchd', false],
	['launchd told the jobs of the user', alex, both, 'launchd', true],
	['and not those of another user', {...alex, uid: 502}, both, 'launchd', false],
	['under systemd the control group tells, before systemctl answers', inGroup, null, 'systemd', true],
	['and where it cannot be read nothing tells', alex, null, 'systemd', false],
	['elsewhere the services have to be looked for first', alex, null, 'tini', false],
	['and then there may be none', alex, [], 'tini', true],
	['where nothing but names is known, nothing tells', blind, [], null, false],
] as const)('%s', (_, process, services, init, expected) => {
	expect(isServiceTold(services, init)(process)).toBe(expected);
});
