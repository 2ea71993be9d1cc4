// Prints how much of real machines the dictionary knows: the recorded ones, and this one as it runs now.
//   npm run coverage               the recordings, this machine, and the booted systemd of real-systemd.sh while it is up
//   npm run coverage -- LIST.json  the recordings, and what `daemon-top list --json` printed elsewhere
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createViteServer} from 'vitest/node';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const program = path.join(root, 'dist/cli.js');
const systemd = path.resolve(root, '../shared/bench/real-systemd.sh');

const print = (...lines) => process.stdout.write(lines.map(line => `${line}\n`).join(''));

/** What a command prints, or null where it cannot run. */
const answerOf = (command, ...args) => {
	try {
		return execFileSync(command, args, {encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore']});
	} catch {
		return null;
	}
};

/** Name and list of each machine that runs now. */
const runningMachines = () => {
	if (!fs.existsSync(program)) {
		print('no dist/cli.js to look at this machine with: npm run build makes it', '');
		return [];
	}

	const isSystemdUp = fs.existsSync(systemd) && answerOf(systemd, 'status') !== null;
	return [
		['this machine', answerOf(process.execPath, program, 'list', '--json')],
		...(isSystemdUp ? [['real-systemd.sh', answerOf(systemd, 'exec', process.execPath, program, 'list', '--json')]] : []),
	].filter(([, json]) => json !== null);
};

const files = process.argv.slice(2);
const lists = files.length > 0 ? files.map(file => [path.basename(file), fs.readFileSync(file, 'utf8')]) : runningMachines();

const server = await createViteServer({
	root,
	configFile: false,
	logLevel: 'error',
	appType: 'custom',
	define: {__VERSION__: '"coverage"'},
	optimizeDeps: {noDiscovery: true},
	server: {middlewareMode: true, watch: null, hmr: false, ws: false},
});
try {
	const {coverageOf, coverageTable, missingLines} = await server.ssrLoadModule('/test/support/coverage.ts');
	const {listedMachine, macMachines, procfsMachines, recordedMachines} = await server.ssrLoadModule('/test/support/coverage-machines.ts');
	const machines = [
		...(await macMachines()),
		...(await procfsMachines()),
		...(await recordedMachines()),
		...(await Promise.all(lists.map(([name, json]) => listedMachine(name, json)))),
	];
	const each = machines.map(machine => coverageOf(machine.name, [machine]));
	const together = [
		['all of macOS', 'darwin'],
		['all of Linux', 'linux'],
	].map(([title, system]) =>
		coverageOf(
			title,
			machines.filter(machine => machine.system === system),
		),
	);
	print(...coverageTable([...each, ...together.filter(({rows}) => rows > 0)]));
	print(...each.flatMap(missingLines));
	print('', 'by app: rows without an entry that are part of an app; cut: rows whose name the recording does not hold whole');
} finally {
	await server.close();
}
