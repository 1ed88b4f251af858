import type { ColumnPlan, Dialect, ImportPlan } from '#shared/model/importPlan.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { classifyColumn } from './classifyColumn.ts';
import { recordDialect } from './detectDialect.ts';
import { sampleFile } from './sampleFile.ts';
import type { RecordDialect } from './readRecords.ts';
import { typeOfFormat } from './scan/ColumnFormat.ts';
import { canonicalDialect } from './source/FileHead.ts';
import type { PreparedFile } from './source/prepareFiles.ts';
import { describeDifference, shapeLike, shapeOf, type TableShape } from './source/tableShape.ts';

/** Samples of this many files are enough to choose how the columns of all are read. */
const SAMPLED_FILES = 8;

/** A file with all that its scan needs to know besides the columns, which all files share. */
export interface ScannedFile {
	readonly prepared: PreparedFile;
	readonly dialect: Dialect;
	readonly records: RecordDialect;
	/** Byte offsets of the first record and behind the last one. */
	readonly dataStart: number;
	readonly dataEnd: number;
	/** Line on which the data starts, from 1. */
	readonly firstLine: number;
}

export interface ScannedFiles {
	readonly files: readonly ScannedFile[];
	/** Those of the plan, and what a key that appears late in a JSON file adds to them. */
	readonly columns: readonly ColumnPlan[];
	/** Sampled values of each column. */
	readonly values: readonly (readonly string[])[];
}

/** Throws an EngineError for a file that is not what the plan says, or whose columns differ from those of the first. */
export function scannedFiles(plan: ImportPlan, prepared: readonly PreparedFile[]): ScannedFiles {
	const files: ScannedFile[] = [];
	let columns: readonly ColumnPlan[] = plan.columns;
	let values: string[][] = [];
	let names: readonly string[] | null = null;
	for (const [index, file] of prepared.entries()) {
		const sample = file.columnar?.sample ?? sampleFile(file.scannedPath, file.file.path);
		const shape: TableShape =
			names === null || file.isCanonical
				? shapeOf(sample, file.isCanonical ? canonicalDialect : plan.dialect)
				: shapeLike(sample, plan.dialect, names);
		if (names === null) {
			columns = planned(plan, file, shape);
			names = shape.names;
		} else {
			requireSame(file, names, shape);
		}
		if (index < SAMPLED_FILES) {
			const found = shape.sampled.values;
			values = found.map((column, position) => [...(values[position] ?? []), ...column]);
		}
		const records = recordDialect(sample, shape.dialect);
		const { dataStart, dataEnd } = shape.sampled;
		files.push({
			prepared: file,
			dialect: shape.dialect,
			records,
			dataStart,
			dataEnd,
			firstLine: file.columnar ? 1 : lineAt(sample.head, dataStart, records.newline),
		});
	}
	return { files, columns, values };
}

function planned(
	plan: ImportPlan,
	{ file, types }: PreparedFile,
	{ names, sampled }: TableShape,
): readonly ColumnPlan[] {
	const isLonger = types !== null && plan.columns.every(({ name }, column) => names[column] === name);
	if (sampled.fieldCount !== plan.columns.length && !isLonger) {
		throw new EngineError(
			'data',
			`${file.path} has ${sampled.fieldCount} columns, but ${plan.columns.length} were expected. It was changed, or is another file than the one in the preview.`,
		);
	}
	const added = names.slice(plan.columns.length).map((name, index): ColumnPlan => {
		const column = plan.columns.length + index;
		return { name, type: types?.[column] ?? typeOfFormat(classifyColumn(sampled.values[column] ?? [], null).format) };
	});
	return [...plan.columns, ...added];
}

function requireSame({ file }: PreparedFile, names: readonly string[], shape: TableShape): void {
	const difference = describeDifference(names, shape.names);
	if (difference !== null) {
		const where = file.entry === null ? file.path : `${file.entry} in ${file.path}`;
		throw new EngineError('data', `${where} cannot be read as part of this table: ${difference}.`);
	}
}

function lineAt(head: Uint8Array, dataStart: number, newline: number): number {
	let line = 1;
	for (let at = 0; at < dataStart; at++) {
		line += head[at] === newline ? 1 : 0;
	}
	return line;
}
