import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Column } from '../../../engine/columns/Column.ts';
import { MatrixColumns } from '../../../engine/analysis/MatrixColumns.ts';
import { buildFrame } from '../../../engine/frame/buildFrame.ts';
import type { CustomerFrame } from '../../../engine/frame/CustomerFrame.ts';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { sharedBytes } from '../../../engine/frame/sharedArrays.ts';
import { silentJob } from '../../../engine/job.ts';
import { GroupSums } from '../../../engine/metrics/kernel/GroupSums.ts';
import { KernelPool } from '../../../engine/metrics/kernel/KernelPool.ts';
import {
	buildMeasureMatrix,
	type MeasureColumn,
	type MeasureMatrix,
} from '../../../engine/metrics/kernel/MeasureMatrix.ts';
import { prepareTrend, trend as sumTrend } from '../../../engine/metrics/kernel/trend.ts';
import type { Assignment } from '../../../engine/rules/Assignment.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { importTable } from '../../../engine/session/importTable.ts';
import { loadProjectData } from '../../../engine/session/loadProjectData.ts';
import type { ProjectData } from '../../../engine/session/ProjectData.ts';
import { ProjectStore } from '../../../engine/store/ProjectStore.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { TableRole } from '../../../shared/model/tableRole.ts';
import { medianMs, peakRssMb, type Job, type JobInput } from '../JobRun.ts';
import { CHECKED_THRESHOLD, DRAGGED_THRESHOLDS, METRIC_PAIRS, rules, THRESHOLDS } from '../workload.ts';

const REPETITIONS = 7;
/** Eight rules and the remainder. */
const GROUPS = 9;
/** In the app the helper thread has long started when somebody edits a rule. */
const HELPER_START_MS = 1000;
const AS_OF_DAY = Date.parse('2026-01-01') / 86_400_000;

/** This project, through the same functions that the app calls. */
export const jobs: Readonly<Record<string, Job>> = {
	import: importOrders,
	'import-text': (input) => importOnly(input, 'text', input.textOrders),
	parquet: (input) => importOnly(input, 'parquet', input.parquet),
	xlsx: (input) => importOnly(input, 'xlsx', input.workbook),
	reopen,
	profile,
	recalc,
	drag,
	'recalc-cold': recalcCold,
	trend,
};

async function importOrders(input: JobInput) {
	rmSync(projectPath(input), { force: true });
	const store = ProjectStore.create(projectPath(input));
	const startedMs = performance.now();
	const { rowsLoaded } = await importFile(store, input.orders, 'orders');
	const run = { ms: performance.now() - startedMs, peakRssMb: peakRssMb() };
	await importFile(store, input.customers, 'customers');
	const data = await loadProjectData(store, store.tables.list(), silentJob());
	store.close();
	return { ...run, check: `${rowsLoaded} rows, ${sumOf(data.orders?.columns.get('revenue')).toFixed(2)}` };
}

async function importOnly(input: JobInput, name: string, file: string) {
	const path = join(input.folder, `tranche-${name}-${input.orderCount}.tranche`);
	rmSync(path, { force: true });
	const store = ProjectStore.create(path);
	const startedMs = performance.now();
	const { rowsLoaded } = await importFile(store, file, 'orders');
	const run = { ms: performance.now() - startedMs, peakRssMb: peakRssMb() };
	const data = await loadProjectData(store, store.tables.list(), silentJob());
	store.close();
	return { ...run, check: `${rowsLoaded} rows, ${sumOf(data.orders?.columns.get('revenue')).toFixed(2)}` };
}

async function importFile(store: ProjectStore, path: string, role: TableRole) {
	const { plan } = await previewSource(path, { role });
	return await importTable(store, plan, null, silentJob());
}

/** From the file to every column of the orders in memory, clustered fields included. */
async function reopen(input: JobInput) {
	await requireProject(input);
	const startedMs = performance.now();
	const store = ProjectStore.open(projectPath(input), true);
	const tables = store.tables.list();
	const data = await loadProjectData(store, tables, silentJob());
	const ms = performance.now() - startedMs;
	const check = `${data.orders?.length ?? 0} rows`;
	store.close();
	return { ms, check };
}

async function profile(input: JobInput) {
	return await withData(input, async (data) => {
		let frame = frameOf(data);
		const ms = await medianMs(REPETITIONS, () => {
			frame = frameOf(data);
		});
		const counts = numbersOf(frame, 'order_count').values;
		const buyers = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
		return {
			ms,
			check: `${buyers} buyers, ${counts.reduce((most, count) => Math.max(most, count), 0)} orders at most`,
		};
	});
}

/** One rule changed, as the app does it from edit to edit: sums follow the customers whose segment changed. */
function recalc(input: JobInput) {
	return recalculated(input, THRESHOLDS, editor);
}

/** The same while a threshold is dragged: few customers change at each step. */
function drag(input: JobInput) {
	return recalculated(input, DRAGGED_THRESHOLDS, editor);
}

/**
 * All rules read, all 24 conditions and every sum, with nothing kept from before but what belongs to the frame: the columns in the memory of
 * the kernel, which the run before the first that counts has laid there, and the matrix.
 */
function recalcCold(input: JobInput) {
	return recalculated(
		input,
		THRESHOLDS,
		(...parts) =>
			(threshold) =>
				editor(...parts)(threshold),
	);
}

type Recalculate = (threshold: number) => Assignment;

function editor(frame: CustomerFrame, matrix: MeasureMatrix, pool: KernelPool): Recalculate {
	const evaluator = new SegmentEvaluator(frame, pool);
	const sums = new GroupSums(matrix, pool);
	return (threshold) => {
		const codes = sums.nextCodes ?? sharedBytes(frame.length);
		const assignment = evaluator.evaluate(segmentationOf(threshold), codes);
		sums.sum(codes, GROUPS);
		return assignment;
	};
}

async function recalculated(input: JobInput, thresholds: readonly number[], prepare: typeof editor) {
	return await withData(input, async (data) => {
		const frame = frameOf(data);
		const pool = new KernelPool();
		const recalculate = prepare(frame, measuresOf(frame), pool);
		await wait(HELPER_START_MS);
		let turn = 0;
		const ms = await medianMs(REPETITIONS, () => {
			recalculate(thresholds[turn++ % thresholds.length] ?? 0);
		});
		const check = recalculate(CHECKED_THRESHOLD)
			.segments.map(({ people }) => people)
			.join(' ');
		await pool.close();
		return { ms, check };
	});
}

async function trend(input: JobInput) {
	return await withData(input, async (data) => {
		const pool = new KernelPool();
		const source = data.orders ? prepareTrend(data.orders, AS_OF_DAY) : null;
		if (!source) {
			throw new Error('The orders have no dates');
		}
		const groups = new Uint16Array(new SharedArrayBuffer(data.customers * 2)).map((_, row) => row % 9);
		const shared = new Uint16Array(new SharedArrayBuffer(groups.byteLength));
		shared.set(groups);
		await wait(HELPER_START_MS);
		let answer = sumTrend(pool, source, shared, 9);
		const ms = await medianMs(REPETITIONS, () => {
			answer = sumTrend(pool, source, shared, 9);
		});
		await pool.close();
		const filled = answer.orders.filter((count) => count > 0);
		return { ms, check: `${filled.length} cells, ${filled.reduce((sum, count) => sum + count, 0)} orders` };
	});
}

async function withData(input: JobInput, run: (data: ProjectData) => Promise<{ ms: number; check: string }>) {
	await requireProject(input);
	const store = ProjectStore.open(projectPath(input), true);
	try {
		return await run(await loadProjectData(store, store.tables.list(), silentJob()));
	} finally {
		store.close();
	}
}

async function requireProject(input: JobInput): Promise<void> {
	if (!existsSync(projectPath(input))) {
		await importOrders(input);
	}
}

function frameOf(data: ProjectData): CustomerFrame {
	return buildFrame({ ...data, asOfDay: AS_OF_DAY });
}

function segmentationOf(threshold: number): Segmentation {
	return {
		segments: rules(threshold).map((rule, index) => ({ id: `s${index}`, name: `s${index}`, rule })),
		remainder: 'rest',
		mode: 'waterfall',
		exclusions: [],
		customFields: [],
	};
}

/** Each column once, and the products of the pairs that metrics are made of. */
function measuresOf(frame: CustomerFrame): MeasureMatrix {
	const columns = new MatrixColumns();
	for (const [x, y] of METRIC_PAIRS) {
		const [left, right] = [x, y].map((name) => columns.slot(name, () => numbersOf(frame, name)));
		columns.pair(left!, right!);
	}
	return buildMeasureMatrix(frame.length, columns.columns, columns.pairs);
}

function numbersOf(frame: CustomerFrame, name: string): MeasureColumn {
	if (name === 'people') {
		return { values: new Float64Array(frame.length).fill(1), scale: 0 };
	}
	const column = frame.columns.get(name);
	if (column?.kind !== 'number') {
		throw new Error(`The frame has no number field ${name}`);
	}
	return { values: Float64Array.from(column.values), scale: column.scale };
}

function sumOf(column: Column | undefined): number {
	return column?.kind === 'number'
		? Float64Array.from(column.values).reduce((sum, value) => sum + value, 0) / 10 ** column.scale
		: 0;
}

function projectPath(input: JobInput): string {
	return join(input.folder, `tranche-${input.orderCount}.tranche`);
}
