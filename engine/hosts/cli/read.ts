import { parseArgs } from 'node:util';
import { counted } from '#shared/base/counted.ts';
import type { Cell } from '#shared/model/columnType.ts';
import type { ImportOverrides, ImportPlan, ImportPreview } from '#shared/model/importPlan.ts';
import { sourceEncoding } from '#shared/model/tableSource.ts';
import type { Problem } from '#shared/model/problem.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { cellOf } from '../../columns/cellOf.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import type { ImportedTable } from '../../import/ImportedTable.ts';
import { previewSource } from '../../import/previewSource.ts';
import { runImport } from '../../import/runImport.ts';
import type { Command } from './Command.ts';
import { describeReading } from './describeReading.ts';
import { RowPrinter } from './RowPrinter.ts';
import { showProgress } from './showProgress.ts';
import { SpoolSink } from './SpoolSink.ts';
import { UsageError } from './UsageError.ts';
import { problemLine } from './sayProblems.ts';

/** Quarantined rows that are named one by one. */
const MAX_NAMED = 20;
const FORMATS = ['json', 'csv'] as const;
const TYPES = ['detect', 'text'] as const;
const ENCODINGS = ['utf-8', ...sourceEncoding.options] as const;
const MISFITS = ['automatic', 'widen', 'quarantine'] as const;

const help = `Usage: tranche read FILE [--sheet NAME] [--entry NAME] [--encoding NAME] [--types detect|text]
                    [--format json|csv] [--misfits POLICY]

Writes the rows of any file that Tranche imports to stdout, and to stderr what was detected, left out, quarantined, and what is uncertain.

  FILE               CSV or other delimited text, JSON, XLSX, Parquet, Arrow or SQLite; also inside gzip or zip
  --sheet NAME       sheet of a workbook or table of a database
  --entry NAME       file of a zip archive that holds several
  --encoding NAME    of text, where what is told is wrong: utf-8, windows-1250, iso-8859-2, koi8-r, utf-16le and so on
  --types KIND       detect (default): numbers, dates as ISO texts, true and false, null
                     text: every value as it stands, no value as an empty text
  --format FORMAT    json (default): an array of one object per row; csv
  --misfits POLICY   values that do not fit their column: automatic (default: their rows are quarantined up to 1 % of a
                     column, beyond that the column is text), widen (the column is text), quarantine (always)
  -h, --help         this text

Exit codes: 0 done, 2 bad input, 1 a fault of the program.`;

/** A table without a part to play: every row loads, whatever its columns are. */
const noMapping = { role: 'customers', fields: {}, attributes: [], arms: null } as const;
/** Problems of a table as a part of a project. */
const PROJECT_PROBLEMS = ['import.unmapped', 'import.mapping'];

/** `tranche read`: any file as typed rows. */
export const read: Command = {
	name: 'read',
	summary: 'the rows of a file as JSON or CSV, typed',
	help,
	async run(args) {
		const order = readOrder(args);
		const overrides: ImportOverrides = {
			mapping: { ...noMapping, fields: {}, attributes: [] },
			...(order.misfits ? { misfits: order.misfits } : {}),
			source: {
				...(order.sheet === null ? {} : { part: order.sheet }),
				...(order.entry === null ? {} : { entry: order.entry }),
				...(order.encoding === null ? {} : { encoding: order.encoding === 'utf-8' ? null : order.encoding }),
			},
			...(order.encoding === null ? {} : { dialect: { encoding: 'utf-8' } }),
		};
		const preview = await previewSource(order.file, overrides);
		requireChoices(order, preview);
		const plan = order.types === 'text' ? asTexts(preview.plan) : preview.plan;
		say(describeReading(preview, order.types));
		if (preview.problems.some(({ code }) => code === 'import.no-rows')) {
			await printNothing(plan, order.format);
			tellProblems(preview.problems, order.types);
			say([`${order.file} has a header but no rows.`]);
			return;
		}
		await printRows(plan, order, preview);
	},
};

interface Order {
	readonly file: string;
	readonly sheet: string | null;
	readonly entry: string | null;
	readonly encoding: (typeof ENCODINGS)[number] | null;
	readonly types: (typeof TYPES)[number];
	readonly format: (typeof FORMATS)[number];
	readonly misfits: (typeof MISFITS)[number] | null;
}

function readOrder(args: readonly string[]): Order {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			sheet: { type: 'string' },
			entry: { type: 'string' },
			encoding: { type: 'string' },
			types: { type: 'string', default: 'detect' },
			format: { type: 'string', default: 'json' },
			misfits: { type: 'string' },
		},
	});
	const [file, second] = positionals;
	if (file === undefined || second !== undefined) {
		throw new UsageError(
			file === undefined ? 'The file is missing.' : `One file at a time: "${second}" is one too many.`,
		);
	}
	return {
		file,
		sheet: values.sheet ?? null,
		entry: values.entry ?? null,
		encoding: values.encoding === undefined ? null : oneOf(ENCODINGS, values.encoding.toLowerCase(), '--encoding'),
		types: oneOf(TYPES, values.types, '--types'),
		format: oneOf(FORMATS, values.format, '--format'),
		misfits: values.misfits === undefined ? null : oneOf(MISFITS, values.misfits, '--misfits'),
	};
}

/** A choice that the file does not offer would else be passed over in silence. */
function requireChoices({ file, sheet, entry }: Order, { choices, plan }: ImportPreview): void {
	if (sheet !== null && choices.parts.length === 0) {
		throw new EngineError('data', `${file} has no sheets to choose from. Leave out --sheet.`);
	}
	if (entry !== null && plan.source.entry !== entry) {
		throw new EngineError('data', `${file} is no archive with files to choose from. Leave out --entry.`);
	}
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
	const found = allowed.find((one) => one === value);
	if (found === undefined) {
		throw new UsageError(
			`${option} "${value}" does not exist. Choose ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}.`,
		);
	}
	return found;
}

function asTexts(plan: ImportPlan): ImportPlan {
	const columns = plan.columns.map(({ name }) => ({ name, type: 'text' as const, reading: { keepsWords: true } }));
	return { ...plan, columns };
}

async function printRows(plan: ImportPlan, order: Order, preview: ImportPreview): Promise<void> {
	const controller = new AbortController();
	const stop = () => controller.abort();
	const ignore = () => undefined;
	process.once('SIGINT', stop);
	const progress = showProgress('Reading');
	// Without a listener a closed pipe ends the process before the failed write is told of it.
	process.stdout.on('error', ignore);
	const sink = new SpoolSink(MAX_NAMED);
	try {
		const table = await runImport(plan, sink, {
			signal: controller.signal,
			onProgress: ({ done, total }) => progress.update(done, total),
		}).finally(() => progress.end());
		const printer = new RowPrinter(
			process.stdout,
			order.format,
			table.columns.map(({ summary }) => summary.name),
		);
		await printChunks(sink, table, printer, order.types === 'text' ? '' : null);
		await printer.end();
		sayResult(table, sink, [...preview.problems, ...table.problems], order.types);
	} catch (error) {
		if (!isClosedPipe(error)) {
			throw error;
		}
	} finally {
		sink.close();
		process.off('SIGINT', stop);
		process.stdout.off('error', ignore);
	}
}

async function printChunks(
	sink: SpoolSink,
	table: ImportedTable,
	printer: RowPrinter,
	noValue: '' | null,
): Promise<void> {
	for (const [chunk, rows] of sink.chunkRows().entries()) {
		const columns = table.columns.map(({ storage }, column) => {
			const dictionary = storage.hasDictionary ? sink.readDictionary(column) : null;
			return decodeChunks([sink.readChunk(column, chunk)], rows, storage, dictionary);
		});
		for (let row = 0; row < rows; row++) {
			await printer.print(columns.map((column): Cell => cellOf(column, row) ?? noValue));
		}
	}
}

async function printNothing(plan: ImportPlan, format: 'json' | 'csv'): Promise<void> {
	await new RowPrinter(
		process.stdout,
		format,
		plan.columns.map(({ name }) => name),
	).end();
}

function sayResult(table: ImportedTable, sink: SpoolSink, problems: readonly Problem[], types: Order['types']): void {
	tellProblems(problems, types);
	say(sink.quarantine.map(({ line, reason, text }) => `Quarantined: line ${line}: ${reason} ${JSON.stringify(text)}`));
	const rest = table.rowsQuarantined - sink.quarantine.length;
	say(rest > 0 ? [`Quarantined: ${counted(rest, 'more row')}.`] : []);
	say([
		`Read ${counted(table.rowsRead, 'row')}: ${table.rowsLoaded.toLocaleString('en')} written, ${table.rowsQuarantined.toLocaleString('en')} quarantined.`,
	]);
}

function tellProblems(problems: readonly Problem[], types: Order['types']): void {
	const shown = problems.filter(
		({ code }) =>
			!PROJECT_PROBLEMS.includes(code) &&
			code !== 'import.quarantined' &&
			code !== 'import.no-rows' &&
			!(types === 'text' && code === 'import.type'),
	);
	// What the file itself says is told by the preview and by the import.
	say([...new Set(shown.map(problemLine))]);
}

function say(lines: readonly string[]): void {
	for (const line of lines) {
		console.error(line);
	}
}

/** Whoever read the output has seen enough, as `head` does. */
function isClosedPipe(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
