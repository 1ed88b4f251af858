/**
 * Kills imports at random moments and looks whether the project is as it was: `node build/run.mjs test/fuzz/killImport.ts [kills] [seed]`
 * (200 kills, seed 1; about five minutes). Moments are spread evenly over the whole import, from its first step until after its end.
 * Every fifth import is large enough to be staged in several transactions. Says every 20 kills how far it is, and ends with
 * code 1 at the first project that is neither as before nor complete.
 */
import { closeSync, copyFileSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
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

const AT_A_TIME = 2;
const LARGE_EVERY = 5;
/** How far behind the usual end of an import the last kill comes. */
const PAST_THE_END = 1.1;
/** Staged tables are committed every 64 MiB; texts that all differ are stored as they are. */
const LARGE = { rows: 400_000, rowBytes: 400 };
const SMALL_ROWS = 150_000;

interface Source {
	readonly path: string;
	readonly rows: number;
	/** The shortest time from the first step of an import to its end, with as many others beside it as there are later. */
	durationMs: number;
}

const [kills = 200, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'tranche-kill-'));
const random = new RandomStream(seed);
const moments = Array.from({ length: kills }, (_, kill) => ((kill + random.unit()) / kills) * PAST_THE_END);
const counts = { before: 0, imported: 0 };
const startedMs = performance.now();
let next = 0;
try {
	const fresh = await projectWithCustomers(folder);
	const small = { path: join(folder, 'orders.csv'), rows: SMALL_ROWS, durationMs: 0 };
	writeFileSync(small.path, ORDERS_HEADER + ordersText(SMALL_ROWS));
	const large = { path: join(folder, 'large', 'orders.csv'), rows: LARGE.rows, durationMs: 0 };
	mkdirSync(join(folder, 'large'));
	writeLarge(large.path);
	for (const source of [small, large]) {
		const runs = Array.from({ length: AT_A_TIME }, (_, place) => measure(fresh, source, place));
		source.durationMs = Math.min(...(await Promise.all(runs)));
	}
	console.log(`An import takes ${small.durationMs.toFixed()} ms, a large one ${large.durationMs.toFixed()} ms.`);
	await Promise.all(Array.from({ length: AT_A_TIME }, (_, place) => killOneByOne(fresh, [small, large], place)));
	console.log(`${kills} kills: ${counts.before} as before, ${counts.imported} with the whole import, no fault.`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function writeLarge(path: string): void {
	const file = openSync(path, 'w');
	writeSync(file, 'order_id,customer_id,order_date,revenue,note\n');
	for (let row = 1; row <= LARGE.rows; row++) {
		writeSync(file, `${row},${1 + (row % 3)},2026-01-01,1.00,${String(row).padEnd(LARGE.rowBytes, 'x')}\n`);
	}
	closeSync(file);
}

async function measure(fresh: string, source: Source, place: number): Promise<number> {
	const project = join(folder, `measured ${place}.tranche`);
	copyFileSync(fresh, project);
	const { hasBegun, outcome } = startImport(project, source.path);
	await hasBegun;
	const begunMs = performance.now();
	await outcome;
	rmSync(project);
	return performance.now() - begunMs;
}

async function killOneByOne(fresh: string, [small, large]: readonly [Source, Source], place: number): Promise<void> {
	for (let kill = next++; kill < kills; kill = next++) {
		const source = kill % LARGE_EVERY === 0 ? large : small;
		const project = join(folder, `killed ${place}.tranche`);
		copyFileSync(fresh, project);
		const { child, hasBegun, outcome } = startImport(project, source.path);
		const isBegun = await hasBegun;
		await new Promise((resolve) => setTimeout(resolve, moments[kill]! * source.durationMs));
		child.kill('SIGKILL');
		const isDone = (await outcome)?.kind === 'imported';
		const content = JSON.stringify(await contentOf(project));
		const isBefore = content === contentWith([], [], []);
		const isImported = content === contentWith([`orders ${source.rows}`], ['Import orders'], [source.rows]);
		// One that ended by itself without an import says nothing of kills.
		const isTried = isBegun && (isDone || child.signalCode === 'SIGKILL');
		if (!isTried || isBefore === isImported || (isDone && isBefore)) {
			next = kills;
			throw new Error(
				`Kill ${kill + 1} of seed ${seed}, at ${moments[kill]} of the import: ${content}, ended: ${isDone}`,
			);
		}
		counts[isBefore ? 'before' : 'imported']++;
		const done = counts.before + counts.imported;
		if (done % 20 === 0) {
			const seconds = ((performance.now() - startedMs) / 1000).toFixed();
			console.log(`${done} of ${kills} after ${seconds} s: ${counts.before} as before, ${counts.imported} imported`);
		}
		rmSync(project);
		rmSync(`${project}-journal`, { force: true });
	}
}

/** What contentOf says of the project with something more in it. */
function contentWith(tables: readonly string[], history: readonly string[], rows: readonly number[]): string {
	return JSON.stringify({
		tables: ['customers 3', ...tables],
		history: [...history, 'Import customers'],
		rows: [3, ...rows],
		faults: [],
	});
}
