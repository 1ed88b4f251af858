import { counted } from '#shared/base/counted.ts';
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { ColumnPlan, ImportPlan } from '#shared/model/importPlan.ts';
import type { Problem } from '#shared/model/problem.ts';
import { isByCustomer, needsCustomer } from '#shared/model/tableMapping.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { chooseFormats, typesOfPart } from './chooseFormats.ts';
import { clusterEvents } from './cluster/clusterEvents.ts';
import { EventWatch } from './cluster/EventWatch.ts';
import { FilePlaces } from './FilePlaces.ts';
import { fileProblem } from './fileProblem.ts';
import type { ImportedTable, ImportOptions } from './ImportedTable.ts';
import { checkUnchanged, inspectFile } from './inspectFile.ts';
import { TableLoader } from './load/TableLoader.ts';
import { MorselCrew } from './MorselCrew.ts';
import { typeOfFormat, type ColumnFormat } from './scan/ColumnFormat.ts';
import { UnreadableFile } from './scan/FileWindow.ts';
import { expectation } from './scan/describeFailure.ts';
import { type Morsel, MorselReader } from './scan/MorselReader.ts';
import { morselCount, type ScanPlan } from './scan/ScanPlan.ts';
import { scannedFiles, type ScannedFile } from './scannedFiles.ts';
import { filesOfSource, shortName } from './source/filesOfSource.ts';
import { inPlace, isScannedInPlace, prepareFiles, type PreparedFile } from './source/prepareFiles.ts';
import { ScratchFolder } from './source/ScratchFolder.ts';
import type { TableSink } from './TableSink.ts';
import { widenColumn } from './widenColumn.ts';

const MORSEL_BYTES = 8 * 2 ** 20;

/**
 * Reads the files of a plan into the sink: columns, quarantine, dictionaries, and for roles of events the clustered copies. Types are
 * checked against every row; where the files prove a planned type wrong the column is widened and they are read a second time.
 * What cannot be scanned as it is gets a converted copy first, which is gone when this returns or throws.
 * Throws an EngineError: `data` for a file that cannot be read, `cancelled` when the signal aborts. The sink is neither promoted
 * nor dropped.
 */
export async function runImport(
	plan: ImportPlan,
	sink: TableSink,
	options: ImportOptions = {},
): Promise<ImportedTable> {
	if (isScannedInPlace(plan)) {
		return importFiles(plan, [inPlace({ path: plan.path, entry: null }, inspectFile(plan.path))], sink, options);
	}
	const scratch = new ScratchFolder();
	const onProgress = (done: number, total: number) => {
		throwIfCancelled(options.signal);
		options.onProgress?.({ phase: 'preparing', done, total, rows: 0 });
	};
	try {
		return await importFiles(plan, await prepareFiles(plan, { scratch, onProgress }), sink, options);
	} finally {
		scratch.remove();
	}
}

async function importFiles(
	plan: ImportPlan,
	prepared: readonly PreparedFile[],
	sink: TableSink,
	options: ImportOptions,
): Promise<ImportedTable> {
	const bytes = prepared.reduce(
		(most, { scannedPath, columnar }) => (columnar ? most : Math.max(most, statSync(scannedPath).size)),
		0,
	);
	const morsels = Math.ceil(bytes / (options.morselBytes ?? MORSEL_BYTES));
	const threads = Math.min(options.threads ?? availableParallelism(), morsels);
	const crew = threads > 0 && morsels > 1 ? new MorselCrew(threads) : null;
	try {
		return await importWith(crew, plan, prepared, sink, options);
	} finally {
		await crew?.close();
	}
}

async function importWith(
	crew: MorselCrew | null,
	plan: ImportPlan,
	prepared: readonly PreparedFile[],
	sink: TableSink,
	options: ImportOptions,
): Promise<ImportedTable> {
	const { files, columns: planned, values } = scannedFiles(plan, prepared);
	const formats = chooseFormats(planned, plan.mapping, values);
	const problems: Problem[] = [];
	let scans = files.map((file) => scanPlanOf(plan, file, planned, formats, options));
	let pass = await load(crew, scans, files, plan, sink, options, true);
	const wider = widen(scans, pass, plan, problems);
	if (wider) {
		sink.clear();
		scans = wider;
		pass = await load(crew, scans, files, plan, sink, options, false);
	}
	// Their memory is wanted for what follows, which need not wait for their end.
	void crew?.close();
	for (const { file, facts } of prepared) {
		checkUnchanged(file.path, facts);
	}
	problems.unshift(
		...prepared.flatMap(({ file, notes }) =>
			notes.map((message) => fileProblem('info', 'import.source', message, file.path)),
		),
	);
	const { loader } = pass;
	const columns = loader.finish();
	const rejected = pass.places.writeRest(sink);
	const counts = {
		rowsRead: loader.rowsRead + rejected,
		rowsLoaded: loader.rowsLoaded,
		rowsQuarantined: loader.rowsQuarantined + rejected,
	};
	problems.push(...loadProblems(counts, loader.repeatedCustomers, plan));
	if (counts.rowsLoaded === 0) {
		throw new EngineError('data', nothingLoaded(plan, counts));
	}
	if (isByCustomer(plan.mapping)) {
		for (const step of clusterEvents({ mapping: plan.mapping, columns, source: sink, sink, watch: pass.watch })) {
			options.onProgress?.({ phase: 'clustering', ...step, rows: loader.rowsLoaded });
			await setImmediate();
			throwIfCancelled(options.signal);
		}
	}
	return {
		...counts,
		columns,
		dialect: { ...files[0]!.dialect, encoding: scans[0]!.isWindows1252 ? 'windows-1252' : 'utf-8' },
		problems,
	};
}

function scanPlanOf(
	plan: ImportPlan,
	file: ScannedFile,
	columns: readonly ColumnPlan[],
	formats: readonly ColumnFormat[],
	options: ImportOptions,
): ScanPlan {
	const { role, fields } = plan.mapping;
	const keyColumn = columns.findIndex(({ name }) => name === fields['customer_id']);
	return {
		path: file.prepared.scannedPath,
		...(file.prepared.columnar
			? // Read from the front, batch after batch; their number of rows is not known before.
				{ sizeBytes: Infinity, dataStart: 0, morselBytes: Infinity }
			: {
					sizeBytes: file.dataEnd,
					dataStart: file.dataStart,
					morselBytes: options.morselBytes ?? MORSEL_BYTES,
				}),
		...file.records,
		...(file.dialect.hasTrailingDelimiter ? { hasTrailingDelimiter: true } : {}),
		columns: columns.map(({ name }, column) => ({ name, format: formats[column]! })),
		keyColumn: keyColumn < 0 || !needsCustomer(plan.mapping) ? null : keyColumn,
		keepsPositions: role === 'customers' && keyColumn >= 0,
	};
}

/** What one reading of all files came to. */
interface Pass {
	readonly loader: TableLoader;
	readonly places: FilePlaces;
	/** For events. */
	readonly watch: EventWatch | null;
	/** Of each file, whether more of its rows fail to be UTF-8 than are. */
	readonly isMislabelled: readonly boolean[];
}

/** One pass over the files. `mayStop` gives up writing as soon as another pass is certain, and reads on for its evidence. */
async function load(
	crew: MorselCrew | null,
	scans: readonly ScanPlan[],
	files: readonly ScannedFile[],
	plan: ImportPlan,
	sink: TableSink,
	options: ImportOptions,
	mayStop: boolean,
): Promise<Pass> {
	const { signal, onProgress } = options;
	const places = new FilePlaces(files.length);
	const [firstScan, firstFile] = [scans[0]!, files[0]!];
	const headers = firstScan.columns.map(({ name }) => name);
	const watch = isByCustomer(plan.mapping) ? new EventWatch(plan.mapping, headers) : null;
	const placed = places.sinkFor(sink, (chunk) => watch?.see(chunk));
	const loader = new TableLoader(firstScan, placed, firstFile.firstLine, (line) => places.describe(line));
	const isMislabelled: boolean[] = [];
	const total = files.reduce((sum, { prepared }) => sum + prepared.facts.sizeBytes, 0);
	let before = 0;
	let writes = true;
	try {
		for (const [index, scan] of scans.entries()) {
			throwIfCancelled(signal);
			const { prepared, firstLine } = files[index]!;
			places.add(prepared, index === 0 ? 1 : loader.nextFile(scan, firstLine));
			const { encodingFailures, encodingSuccesses } = loader;
			await readFile(crew, scan, prepared, options.signal, (morsel, share) => {
				throwIfCancelled(signal);
				loader.accept(morsel, writes);
				writes &&= !(mayStop && isHopeless(scans, loader, plan));
				const done = Math.round(before + share * prepared.facts.sizeBytes);
				onProgress?.({ phase: 'reading', done, total, rows: loader.rowsRead });
			});
			isMislabelled.push(loader.encodingFailures - encodingFailures > loader.encodingSuccesses - encodingSuccesses);
			before += prepared.facts.sizeBytes;
		}
	} catch (error) {
		loader.close();
		throwIfCancelled(signal);
		// A file that has gone or changed is the likelier reason for whatever failed.
		for (const { prepared } of files) {
			checkUnchanged(prepared.file.path, prepared.facts);
		}
		const isSentence = error instanceof UnreadableFile || (error instanceof EngineError && error.code === 'data');
		throw isSentence ? new EngineError('data', ofOriginals(error.message, files), { cause: error }) : error;
	}
	return { loader, places, watch, isMislabelled };
}

/** A sentence about a working copy as one about the file that it was made from. */
function ofOriginals(message: string, files: readonly ScannedFile[]): string {
	return files.reduce((text, { prepared }) => text.replaceAll(prepared.scannedPath, prepared.file.path), message);
}

/** `take` is told the share of the file that has been read. */
async function readFile(
	crew: MorselCrew | null,
	scan: ScanPlan,
	{ columnar }: PreparedFile,
	signal: AbortSignal | undefined,
	take: (morsel: Morsel, share: number) => void,
): Promise<void> {
	if (columnar) {
		await columnar.read(scan, take);
		return;
	}
	const takeNext = (morsel: Morsel) =>
		take(morsel, Math.min(scan.dataStart + (morsel.index + 1) * scan.morselBytes, scan.sizeBytes) / scan.sizeBytes);
	if (crew && morselCount(scan) > 1) {
		await crew.run(scan, takeNext, signal);
	} else {
		await readInline(scan, takeNext);
	}
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

/** Whether some column is certain to be widened whatever the rest of the files holds. */
function isHopeless(scans: readonly ScanPlan[], loader: TableLoader, plan: ImportPlan): boolean {
	const { columns } = scans[0]!;
	// A record has at least one byte per column, delimiters and line break counted.
	const bytes = scans.reduce((sum, { sizeBytes, dataStart }) => sum + sizeBytes - dataStart, 0);
	return columns.some(
		({ name, format }, column) =>
			widenColumn(
				format,
				loader.evidence[column]!,
				bytes / columns.length,
				typesOfPart(plan.mapping, name),
				plan.misfits,
			) !== null,
	);
}

function widen(
	scans: readonly ScanPlan[],
	{ loader, isMislabelled }: Pass,
	plan: ImportPlan,
	problems: Problem[],
): ScanPlan[] | null {
	const before = scans[0]!.columns;
	const columns = before.map(({ name, format }, column) => {
		const evidence = loader.evidence[column]!;
		const wider = widenColumn(format, evidence, loader.rowsRead, typesOfPart(plan.mapping, name), plan.misfits);
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
	for (const [index, file] of filesOfSource(plan.path, plan.source).entries()) {
		if (isMislabelled[index]) {
			const message = `${index === 0 ? 'The file' : shortName(file)} is not UTF-8 throughout. It was read as windows-1252.`;
			problems.push(fileProblem('warning', 'import.encoding', message, file.path));
		}
	}
	const isWidened = columns.some(({ format }, column) => format !== before[column]!.format);
	return isWidened || isMislabelled.includes(true)
		? scans.map((scan, index) => ({
				...scan,
				columns,
				isWindows1252: scan.isWindows1252 || isMislabelled[index] === true,
			}))
		: null;
}

type RowCounts = Pick<ImportedTable, 'rowsRead' | 'rowsLoaded' | 'rowsQuarantined'>;

function loadProblems(
	{ rowsQuarantined, rowsRead }: RowCounts,
	repeatedCustomers: number,
	plan: ImportPlan,
): Problem[] {
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

function nothingLoaded(plan: ImportPlan, { rowsRead }: RowCounts): string {
	if (rowsRead === 0) {
		return `${plan.path} has a header but no rows.`;
	}
	const rows = rowsRead === 1 ? 'The only row' : `None of the ${rowsRead.toLocaleString('en')} rows`;
	return `${rows} of ${plan.path} could ${rowsRead === 1 ? 'not ' : ''}be loaded. Check the delimiter and the column types in the preview.`;
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) {
		throw new EngineError('cancelled', 'The import was cancelled.');
	}
}
