/**
 * `npm run bench -- [import|import-text|parquet|xlsx|reopen|profile|recalc|drag|recalc-cold|trend ...] [--orders N] [--rounds N] [--no-sqlite] [--json]`
 * Tranche beside DuckDB and Polars (two threads each), SQLite rows and readers of workbooks on the same files in one run. Tools
 * take turns in every round, but for SQLite, which runs once; the table shows medians over the rounds. Jobs that are warm by nature
 * are medians of several repetitions in each round already.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateData } from './generateData.ts';
import { median, type JobInput, type JobRun } from './JobRun.ts';
import { writeParquet } from './writeParquet.ts';
import { WORKBOOK_ROWS, writeWorkbook } from './writeWorkbook.ts';

type Peer = 'duckdb' | 'sqlite' | 'polars' | 'hucre' | 'read-excel-file';
type Tool = 'tranche' | Peer;

interface JobFacts {
	readonly peers: readonly Peer[];
	/** Time of the first peer divided by ours: the least that is asked for, and what is aimed at. Null where nothing is. */
	readonly floor: number | null;
	readonly target: number | null;
}

/** PERFORMANCE.md §10 and the plain TypeScript floor. DuckDB reads workbooks with an extension that it loads from the network only. */
const JOBS = {
	import: { peers: ['duckdb', 'sqlite', 'polars'], floor: 3, target: 5 },
	'import-text': { peers: ['duckdb', 'polars'], floor: 3, target: 3 },
	parquet: { peers: ['duckdb', 'polars'], floor: null, target: null },
	xlsx: { peers: ['hucre', 'read-excel-file'], floor: null, target: null },
	reopen: { peers: ['duckdb'], floor: 1, target: 1 },
	profile: { peers: ['duckdb', 'sqlite'], floor: 2.5, target: 10 },
	recalc: { peers: ['duckdb', 'sqlite'], floor: 10, target: 15 },
	drag: { peers: ['duckdb'], floor: 20, target: 25 },
	'recalc-cold': { peers: ['duckdb'], floor: 8, target: 10 },
	trend: { peers: ['duckdb', 'sqlite'], floor: 2.5, target: 8 },
} as const satisfies Readonly<Record<string, JobFacts>>;
type JobName = keyof typeof JOBS;
const JOB_NAMES = Object.keys(JOBS).filter((name): name is JobName => name in JOBS);

interface Row {
	readonly job: JobName;
	/** Rows that are read or computed with. */
	readonly orders: number;
	readonly ours_ms: number;
	readonly duckdb_ms: number | null;
	readonly sqlite_ms: number | null;
	readonly polars_ms: number | null;
	readonly hucre_ms: number | null;
	readonly read_excel_file_ms: number | null;
	/** Time of the first peer of the job divided by ours. */
	readonly ratio: number;
	readonly ours_rss_mb: number;
	readonly duckdb_rss_mb: number | null;
	readonly polars_rss_mb: number | null;
	readonly hucre_rss_mb: number | null;
	readonly read_excel_file_rss_mb: number | null;
	readonly agrees: boolean;
}

interface TableColumn {
	readonly title: string;
	readonly cell: (row: Row) => string;
}

const COLUMNS: readonly TableColumn[] = [
	{ title: 'job', cell: ({ job }) => job },
	{ title: 'rows', cell: ({ orders }) => count(orders) },
	{ title: 'Tranche ms', cell: ({ ours_ms }) => count(ours_ms) },
	{ title: 'DuckDB ms', cell: ({ duckdb_ms }) => count(duckdb_ms) },
	{ title: 'SQLite ms', cell: ({ sqlite_ms }) => count(sqlite_ms) },
	{ title: 'Polars ms', cell: ({ polars_ms }) => count(polars_ms) },
	{ title: 'hucre ms', cell: ({ hucre_ms }) => count(hucre_ms) },
	{ title: 'read-excel-file ms', cell: ({ read_excel_file_ms }) => count(read_excel_file_ms) },
	{ title: 'x first peer', cell: ({ ratio }) => ratio.toFixed(1) },
	{ title: 'at least', cell: ({ job }) => JOBS[job].floor?.toFixed(1) ?? '-' },
	{ title: 'target', cell: ({ job }) => JOBS[job].target?.toFixed(1) ?? '-' },
	{ title: 'RSS MB', cell: ({ ours_rss_mb }) => ours_rss_mb.toFixed(0) },
	{ title: 'DuckDB RSS MB', cell: ({ duckdb_rss_mb }) => duckdb_rss_mb?.toFixed(0) ?? '-' },
	{ title: 'Polars RSS MB', cell: ({ polars_rss_mb }) => polars_rss_mb?.toFixed(0) ?? '-' },
	{ title: 'hucre RSS MB', cell: ({ hucre_rss_mb }) => hucre_rss_mb?.toFixed(0) ?? '-' },
	{
		title: 'read-excel-file RSS MB',
		cell: ({ read_excel_file_rss_mb }) => read_excel_file_rss_mb?.toFixed(0) ?? '-',
	},
	{ title: 'same answer', cell: ({ agrees }) => (agrees ? 'yes' : 'NO') },
];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		orders: { type: 'string' },
		rounds: { type: 'string', default: '3' },
		json: { type: 'boolean' },
		'no-sqlite': { type: 'boolean' },
	},
});
const unknown = positionals.find((name) => !(name in JOBS));
if (unknown) {
	console.error(`There is no job "${unknown}". Jobs: ${JOB_NAMES.join(', ')}.`);
	process.exit(2);
}
const jobs = JOB_NAMES.filter((job) => positionals.length === 0 || positionals.includes(job));
const sizes = values.orders ? [Number(values.orders)] : [1_000_000, 10_000_000];
const folder = resolve(import.meta.dirname, '../../.bench');
mkdirSync(folder, { recursive: true });

note('Bundling the engine …');
execFileSync(process.execPath, [join(import.meta.dirname, 'bundleTranche.ts'), folder], { stdio: 'inherit' });
const modules: Readonly<Record<Tool, string>> = {
	tranche: join(folder, 'dist/engine/jobs.js'),
	duckdb: peerModule('duckdb'),
	sqlite: peerModule('sqlite'),
	polars: peerModule('polars'),
	hucre: peerModule('hucre'),
	'read-excel-file': peerModule('readExcelFile'),
};
const rows: Row[] = [];
for (const orderCount of sizes) {
	note(`Generating ${orderCount.toLocaleString('en')} orders …`);
	const files = generateData(folder, orderCount);
	const parquet = jobs.includes('parquet') ? await writeParquet(files.orders) : '';
	const workbook = jobs.includes('xlsx') ? await writeWorkbook(folder) : '';
	const input: JobInput = { ...files, parquet, workbook, orderCount, folder };
	for (const job of jobs) {
		// The workbook is the same for every size.
		if (job !== 'xlsx' || orderCount === sizes[0]) {
			rows.push(measure(job, input));
		}
	}
}
if (values.json) {
	console.log(JSON.stringify(rows));
} else {
	printTable(rows);
}

function measure(job: JobName, input: JobInput): Row {
	const { peers }: JobFacts = JOBS[job];
	const tools: readonly Tool[] = ['tranche', ...peers.filter((peer) => peer !== 'sqlite' || !values['no-sqlite'])];
	const runs = new Map<Tool, JobRun[]>(tools.map((tool) => [tool, []]));
	for (let round = 0; round < Number(values.rounds); round++) {
		for (const [tool, found] of runs) {
			if (tool !== 'sqlite' || round === 0) {
				found.push(runOnce(tool, job, input));
			}
		}
	}
	const msOf = (tool: Tool) => medianOf(runs.get(tool)?.map(({ ms }) => ms));
	const rssOf = (tool: Tool) => medianOf(runs.get(tool)?.map(({ peakRssMb }) => peakRssMb));
	const checks = new Set([...runs.values()].flat().map((run) => run.check));
	if (checks.size > 1) {
		note(`The tools disagree on ${job}: ${[...checks].join(' | ')}`);
	}
	const ours = msOf('tranche') ?? 0;
	const first = peers[0] === undefined ? null : msOf(peers[0]);
	return {
		job,
		orders: job === 'xlsx' ? WORKBOOK_ROWS : input.orderCount,
		ours_ms: ours,
		duckdb_ms: msOf('duckdb'),
		sqlite_ms: msOf('sqlite'),
		polars_ms: msOf('polars'),
		hucre_ms: msOf('hucre'),
		read_excel_file_ms: msOf('read-excel-file'),
		ratio: round((first ?? 0) / ours),
		ours_rss_mb: rssOf('tranche') ?? 0,
		duckdb_rss_mb: rssOf('duckdb'),
		polars_rss_mb: rssOf('polars'),
		hucre_rss_mb: rssOf('hucre'),
		read_excel_file_rss_mb: rssOf('read-excel-file'),
		agrees: checks.size === 1,
	};
}

function peerModule(name: string): string {
	return join(import.meta.dirname, `peers/${name}.ts`);
}

function medianOf(figures: readonly number[] | undefined): number | null {
	return figures && figures.length > 0 ? round(median(figures)) : null;
}

function runOnce(tool: Tool, job: JobName, input: JobInput): JobRun {
	const rowCount = job === 'xlsx' ? WORKBOOK_ROWS : input.orderCount;
	note(`${job} of ${count(rowCount)} orders: ${tool} …`);
	if (process.platform !== 'win32') {
		// What the last tool wrote must be on disk, or the next one waits for it.
		execFileSync('sync');
	}
	const output = execFileSync(
		process.execPath,
		['--max-old-space-size=4096', join(import.meta.dirname, 'runJob.ts'), modules[tool], job, JSON.stringify(input)],
		{
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
			env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'code'), POLARS_MAX_THREADS: '2' },
			maxBuffer: 1 << 24,
		},
	);
	return JSON.parse(output) as JobRun;
}

/** Columns in which nothing stands are left out. */
function printTable(results: readonly Row[]): void {
	const shown = COLUMNS.filter(({ cell }) => results.some((row) => cell(row) !== '-'));
	const header = shown.map(({ title }) => title);
	const body = results.map((row) => shown.map(({ cell }) => cell(row)));
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

function count(value: number | null): string {
	return value?.toLocaleString('en') ?? '-';
}

function note(message: string): void {
	process.stderr.write(`${message}\n`);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
