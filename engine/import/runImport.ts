import { counted } from '#shared/base/counted.ts';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { Problem } from '#shared/model/problem.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { chooseFormats, typesOfPart } from './chooseFormats.ts';
import { clusterEvents } from './cluster/clusterEvents.ts';
import { recordDialect } from './detectDialect.ts';
import { fileProblem } from './fileProblem.ts';
import type { ImportedTable, ImportOptions } from './ImportedTable.ts';
import { checkUnchanged } from './inspectFile.ts';
import { TableLoader } from './load/TableLoader.ts';
import { MorselCrew } from './MorselCrew.ts';
import { sampleColumns } from './sampleColumns.ts';
import { sampleFile, type FileSample } from './sampleFile.ts';
import { typeOfFormat, type ColumnFormat } from './scan/ColumnFormat.ts';
import { UnreadableFile } from './scan/FileWindow.ts';
import { expectation } from './scan/describeFailure.ts';
import { type Morsel, MorselReader } from './scan/MorselReader.ts';
import { morselCount, type ScanPlan } from './scan/ScanPlan.ts';
import type { TableSink } from './TableSink.ts';
import { widenColumn } from './widenColumn.ts';

const MORSEL_BYTES = 8 * 2 ** 20;

/**
 * Reads a file into the sink: columns, quarantine, dictionaries, and for roles of events the clustered copies. Types are
 * checked against every row; where the file proves a planned type wrong the column is widened and the file read a second time.
 * Throws an EngineError: `data` for a file that cannot be read, `cancelled` when the signal aborts. The sink is neither promoted
 * nor dropped.
 */
export async function runImport(
	plan: ImportPlan,
	sink: TableSink,
	options: ImportOptions = {},
): Promise<ImportedTable> {
	const sample = sampleFile(plan.path);
	const { dataStart, values, fieldCount } = sampleColumns(sample, plan.dialect);
	if (fieldCount !== plan.columns.length) {
		throw new EngineError(
			'data',
			`${plan.path} has ${fieldCount} columns, but ${plan.columns.length} were expected. It was changed, or is another file than the one in the preview.`,
		);
	}
	const first = scanPlanOf(plan, sample, dataStart, chooseFormats(plan.columns, plan.mapping, values), options);
	const problems: Problem[] = [];
	let scan = first;
	let loader = await load(scan, plan, sample, sink, options, true);
	const wider = widen(scan, loader, plan, problems);
	if (wider) {
		sink.clear();
		scan = wider;
		loader = await load(scan, plan, sample, sink, options, false);
	}
	checkUnchanged(plan.path, sample);
	const columns = loader.finish();
	problems.push(...loadProblems(loader, plan));
	if (loader.rowsLoaded === 0) {
		throw new EngineError('data', nothingLoaded(plan, loader));
	}
	if (roleFacts(plan.mapping.role).isEvent) {
		for (const step of clusterEvents({ mapping: plan.mapping, columns, source: sink, sink })) {
			options.onProgress?.({ phase: 'clustering', ...step, rows: loader.rowsLoaded });
			await setImmediate();
			throwIfCancelled(options.signal);
		}
	}
	return {
		rowsRead: loader.rowsRead,
		rowsLoaded: loader.rowsLoaded,
		rowsQuarantined: loader.rowsQuarantined,
		columns,
		dialect: { ...plan.dialect, encoding: scan.isWindows1252 ? 'windows-1252' : 'utf-8' },
		problems,
	};
}

function scanPlanOf(
	plan: ImportPlan,
	sample: FileSample,
	dataStart: number,
	formats: readonly ColumnFormat[],
	options: ImportOptions,
): ScanPlan {
	const { role, fields } = plan.mapping;
	const keyColumn = plan.columns.findIndex(({ name }) => name === fields['customer_id']);
	return {
		path: plan.path,
		sizeBytes: sample.sizeBytes,
		dataStart,
		morselBytes: options.morselBytes ?? MORSEL_BYTES,
		...recordDialect(sample, plan.dialect),
		columns: plan.columns.map(({ name }, column) => ({ name, format: formats[column]! })),
		keyColumn: keyColumn < 0 ? null : keyColumn,
		keepsPositions: role === 'customers' && keyColumn >= 0,
	};
}

/** One pass over the file. `mayStop` gives up writing as soon as another pass is certain, and reads on for its evidence. */
async function load(
	scan: ScanPlan,
	plan: ImportPlan,
	sample: FileSample,
	sink: TableSink,
	options: ImportOptions,
	mayStop: boolean,
): Promise<TableLoader> {
	const { signal, onProgress } = options;
	throwIfCancelled(signal);
	const loader = new TableLoader(scan, sink, lineAt(sample, scan));
	const count = morselCount(scan);
	let writes = true;
	const take = (morsel: Morsel) => {
		throwIfCancelled(signal);
		loader.accept(morsel, writes);
		writes &&= !(mayStop && isHopeless(scan, loader, plan));
		const done = Math.min(scan.dataStart + (morsel.index + 1) * scan.morselBytes, scan.sizeBytes);
		onProgress?.({ phase: 'reading', done, total: scan.sizeBytes, rows: loader.rowsRead });
	};
	try {
		const threads = Math.min(options.threads ?? availableParallelism(), count);
		if (threads === 0 || count <= 1) {
			await readInline(scan, take);
		} else {
			await new MorselCrew(scan, threads).run(take, signal);
		}
	} catch (error) {
		loader.close();
		throwIfCancelled(signal);
		throw error instanceof UnreadableFile ? new EngineError('data', error.message) : error;
	}
	return loader;
}

/** Small files: starting a thread would take longer than reading. */
async function readInline(scan: ScanPlan, take: (morsel: Morsel) => void): Promise<void> {
	const reader = new MorselReader(scan);
	try {
		for (let index = 0; index < morselCount(scan); index++) {
			take(reader.read(index, index === 0 ? scan.dataStart : null));
			await setImmediate();
		}
	} finally {
		reader.close();
	}
}

/** Whether some column is certain to be widened whatever the rest of the file holds. */
function isHopeless(scan: ScanPlan, loader: TableLoader, plan: ImportPlan): boolean {
	// A record has at least one byte per column, delimiters and line break counted.
	const rowsAtMost = (scan.sizeBytes - scan.dataStart) / scan.columns.length;
	return scan.columns.some(
		({ name, format }, column) =>
			widenColumn(format, loader.evidence[column]!, rowsAtMost, typesOfPart(plan.mapping, name)) !== null,
	);
}

function widen(scan: ScanPlan, loader: TableLoader, plan: ImportPlan, problems: Problem[]): ScanPlan | null {
	const isMislabelled = loader.encodingFailures > loader.encodingSuccesses;
	const columns = scan.columns.map(({ name, format }, column) => {
		const evidence = loader.evidence[column]!;
		const wider = widenColumn(format, evidence, loader.rowsRead, typesOfPart(plan.mapping, name));
		if (wider) {
			const to = typeOfFormat(wider);
			const count = `${evidence.failures} ${evidence.failures === 1 ? 'value is' : 'values are'}`;
			const message = `Column "${name}" was planned as ${typeOfFormat(format)}, but ${count} not ${expectation(format)}. It was read as ${to}.`;
			problems.push(
				fileProblem(to === typeOfFormat(format) ? 'info' : 'warning', 'import.widened', message, plan.path),
			);
		}
		return { name, format: wider ?? format };
	});
	if (isMislabelled) {
		const message = 'The file is not UTF-8 throughout. It was read as windows-1252.';
		problems.push(fileProblem('warning', 'import.encoding', message, plan.path));
	}
	const isWidened = columns.some(({ format }, column) => format !== scan.columns[column]!.format);
	return isWidened || isMislabelled ? { ...scan, columns, isWindows1252: scan.isWindows1252 || isMislabelled } : null;
}

function loadProblems(loader: TableLoader, plan: ImportPlan): Problem[] {
	const { rowsQuarantined, rowsRead, repeatedCustomers } = loader;
	const problems: Problem[] = [];
	if (rowsQuarantined > 0) {
		const message = `In quarantine: ${counted(rowsQuarantined, 'row')} of ${rowsRead.toLocaleString('en')}, which could not be loaded.`;
		problems.push(
			fileProblem(rowsQuarantined * 2 > rowsRead ? 'error' : 'warning', 'import.quarantined', message, plan.path),
		);
	}
	if (repeatedCustomers > 0) {
		const message = `In quarantine: ${counted(repeatedCustomers, 'duplicate row')} of customers that an earlier row names already. The first row of each customer counts.`;
		problems.push(fileProblem('warning', 'import.duplicate-customers', message, plan.path));
	}
	return problems;
}

function nothingLoaded(plan: ImportPlan, loader: TableLoader): string {
	return loader.rowsRead === 0
		? `${plan.path} has a header but no rows.`
		: `None of the ${loader.rowsRead.toLocaleString('en')} rows of ${plan.path} could be loaded. Check the delimiter and the column types in the preview.`;
}

/** Line on which the data starts, from 1. */
function lineAt(sample: FileSample, scan: ScanPlan): number {
	let line = 1;
	for (let at = 0; at < scan.dataStart; at++) {
		line += sample.head[at] === scan.newline ? 1 : 0;
	}
	return line;
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) {
		throw new EngineError('cancelled', 'The import was cancelled.');
	}
}
