/**
 * Kills imports at random moments and looks whether the project is as it was: `node build/run.mjs test/fuzz/killImport.ts [kills] [seed]`
 * (200 kills, seed 1). Ends with code 1 at the first project that is neither as before nor complete.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RandomStream } from '../../engine/stats/RandomStream.ts';
import {
	contentOf,
	ORDERS_HEADER,
	ordersText,
	projectWithCustomers,
	startImport,
} from '../engine/robustness/projectFixture.ts';

const ROWS = 600_000;
const [kills = 200, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'tranche-kill-'));
const random = new RandomStream(seed);
const counts = { before: 0, imported: 0 };
try {
	const path = join(folder, 'orders.csv');
	writeFileSync(path, ORDERS_HEADER + ordersText(ROWS));
	const fresh = await projectWithCustomers(folder);
	// How long an import takes here, so that kills are spread over all of it.
	const measured = join(folder, 'measured.tranche');
	copyFileSync(fresh, measured);
	const whole = startImport(measured, path);
	await whole.isReading;
	const startedMs = performance.now();
	await whole.outcome;
	const durationMs = performance.now() - startedMs;
	for (let kill = 0; kill < kills; kill++) {
		const project = join(folder, 'killed.tranche');
		copyFileSync(fresh, project);
		const { child, isReading, outcome } = startImport(project, path);
		await isReading;
		await new Promise((resolve) => setTimeout(resolve, random.unit() * durationMs * 1.1));
		child.kill('SIGKILL');
		const isDone = (await outcome) !== null;
		const { tables, faults } = await contentOf(project);
		const isBefore = tables.join() === 'customers 3';
		const isImported = tables.join() === `customers 3,orders ${ROWS}`;
		if (faults.length > 0 || !(isBefore || isImported) || (isDone && isBefore)) {
			throw new Error(`Kill ${kill + 1} of seed ${seed}: ${JSON.stringify({ tables, faults, isDone })}`);
		}
		counts[isBefore ? 'before' : 'imported']++;
		rmSync(project);
		rmSync(`${project}-journal`, { force: true });
	}
	console.log(`${kills} kills: ${counts.before} as before, ${counts.imported} with the whole import, no fault.`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
