/**
 * `npm run bench -- [import|import-text|reopen|profile|recalc|trend ...] [--orders N] [--rounds N] [--no-sqlite] [--json]`
 * Tranche beside DuckDB (two threads) and SQLite rows on the same files in one run. Tools take turns in every round; the table
 * shows medians over the rounds. Jobs that are warm by nature are medians of several repetitions in each round already.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateData } from './generateData.ts';
import { median, type JobInput, type JobRun } from './JobRun.ts';

const JOBS = ['import', 'import-text', 'reopen', 'profile', 'recalc', 'trend'] as const;
type JobName = (typeof JOBS)[number];
type Tool = 'tranche' | 'duckdb' | 'sqlite';

/** PERFORMANCE.md §10 and the plain TypeScript floor: DuckDB's time divided by ours. */
const TARGETS: Readonly<Record<JobName, { readonly floor: number; readonly target: number }>> = {
	import: { floor: 3, target: 5 },
	'import-text': { floor: 3, target: 3 },
	reopen: { floor: 1, target: 1 },
	profile: { floor: 2.5, target: 10 },
	recalc: { floor: 2.5, target: 10 },
	trend: { floor: 2.5, target: 8 },
};

interface Row {
	readonly job: JobName;
	readonly orders: number;
	readonly ours_ms: number;
	readonly duckdb_ms: number;
	readonly sqlite_ms: number | null;
	readonly ratio: number;
	readonly ours_rss_mb: number;
	readonly duckdb_rss_mb: number;
	readonly agrees: boolean;
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		orders: { type: 'string' },
		rounds: { type: 'string', default: '3' },
		json: { type: 'boolean' },
		'no-sqlite': { type: 'boolean' },
	},
});
const unknown = positionals.find((name) => !JOBS.some((job) => job === name));
if (unknown) {
	console.error(`There is no job "${unknown}". Jobs: ${JOBS.join(', ')}.`);
	process.exit(2);
}
const jobs = JOBS.filter((job) => positionals.length === 0 || positionals.includes(job));
const sizes = values.orders ? [Number(values.orders)] : [1_000_000, 10_000_000];
const folder = resolve(import.meta.dirname, '../../.bench');
mkdirSync(folder, { recursive: true });

const rows: Row[] = [];
for (const orderCount of sizes) {
	note(`Generating ${orderCount.toLocaleString('en')} orders …`);
	const input: JobInput = { ...generateData(folder, orderCount), orderCount, folder };
	for (const job of jobs) {
		rows.push(measure(job, input));
	}
}
if (values.json) {
	console.log(JSON.stringify(rows));
} else {
	printTable(rows);
}

function measure(job: JobName, input: JobInput): Row {
	const ours: JobRun[] = [];
	const duckdb: JobRun[] = [];
	for (let round = 0; round < Number(values.rounds); round++) {
		ours.push(runOnce('tranche', job, input));
		duckdb.push(runOnce('duckdb', job, input));
	}
	const sqlite =
		values['no-sqlite'] || job === 'reopen' || job === 'import-text' ? null : runOnce('sqlite', job, input);
	const oursMs = median(ours.map((run) => run.ms));
	const duckdbMs = median(duckdb.map((run) => run.ms));
	const checks = new Set([...ours, ...duckdb, ...(sqlite ? [sqlite] : [])].map((run) => run.check));
	if (checks.size > 1) {
		note(`The tools disagree on ${job}: ${[...checks].join(' | ')}`);
	}
	return {
		job,
		orders: input.orderCount,
		ours_ms: round(oursMs),
		duckdb_ms: round(duckdbMs),
		sqlite_ms: sqlite ? round(sqlite.ms) : null,
		ratio: round(duckdbMs / oursMs),
		ours_rss_mb: round(median(ours.map((run) => run.peakRssMb))),
		duckdb_rss_mb: round(median(duckdb.map((run) => run.peakRssMb))),
		agrees: checks.size === 1,
	};
}

function runOnce(tool: Tool, job: JobName, input: JobInput): JobRun {
	note(`${job} of ${input.orderCount.toLocaleString('en')} orders: ${tool} …`);
	if (process.platform !== 'win32') {
		// What the last tool wrote must be on disk, or the next one waits for it.
		execFileSync('sync');
	}
	const output = execFileSync(
		process.execPath,
		['--max-old-space-size=4096', join(import.meta.dirname, 'runJob.ts'), tool, job, JSON.stringify(input)],
		{
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
			// The app runs bundles; without a cache the sources would be transpiled within the time that is measured.
			env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'code') },
			maxBuffer: 1 << 24,
		},
	);
	return JSON.parse(output) as JobRun;
}

function printTable(results: readonly Row[]): void {
	const header = [
		'job',
		'orders',
		'Tranche ms',
		'DuckDB ms',
		'SQLite ms',
		'x DuckDB',
		'at least',
		'target',
		'RSS MB',
		'DuckDB RSS MB',
		'same answer',
	];
	const body = results.map((row) => [
		row.job,
		row.orders.toLocaleString('en'),
		row.ours_ms.toLocaleString('en'),
		row.duckdb_ms.toLocaleString('en'),
		row.sqlite_ms?.toLocaleString('en') ?? '-',
		row.ratio.toFixed(1),
		TARGETS[row.job].floor.toFixed(1),
		TARGETS[row.job].target.toFixed(1),
		row.ours_rss_mb.toFixed(0),
		row.duckdb_rss_mb.toFixed(0),
		row.agrees ? 'yes' : 'NO',
	]);
	const widths = header.map((title, column) =>
		Math.max(title.length, ...body.map((line) => line[column]?.length ?? 0)),
	);
	for (const line of [header, ...body]) {
		console.log(
			line
				.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
				.join('  '),
		);
	}
}

function note(message: string): void {
	process.stderr.write(`${message}\n`);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
