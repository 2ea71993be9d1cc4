import fs from 'node:fs';
import {test} from 'vitest';
import {explainMachine, machines} from './machines-scene.js';
test('dump', async () => {
	const out = [];
	for (const machine of machines()) {
		const by = new Map(machine.rows.map(row => [row.pid, row]));
		for (const p of await explainMachine(machine)) {
			const row = by.get(p.pid)!;
			out.push({m: machine.name, pid: p.pid, ppid: p.ppid, uid: p.uid, tty: p.tty, name: p.name, exe: p.executable, path: row.path, args: row.args, cut: row.isPathCut, kind: p.verdict.kind, conf: p.verdict.confidence, dict: p.program?.kind ?? null, prog: p.program?.name ?? null, svc: p.service?.name ?? null, ev: [...p.verdict.evidenceFor, ...p.verdict.evidenceAgainst].map(e => e.rule)});
		}
	}
	fs.writeFileSync('/tmp/mac-dump.json', JSON.stringify(out));
});
