import type { ColumnPlan, ImportOverrides } from '#shared/model/importPlan.ts';
import { classifyColumn, type ColumnGuess } from './classifyColumn.ts';
import type { MarkEvidence } from './detectMarks.ts';
import { readingOf } from './readingOf.ts';
import { typeOfFormat, type ColumnFormat } from './scan/ColumnFormat.ts';

/** Dates with points begin with the day whatever others do. */
const POINT = 46;

export interface TypedColumns {
	readonly columns: readonly ColumnPlan[];
	/** Per column, what its values say, the user's corrections kept. */
	readonly guesses: readonly ColumnGuess[];
}

/**
 * Type and reading of each column from its sampled values. What the columns say about the decimal mark together settles those that
 * leave it open alone, and columns of dates that are clear settle whether the day or the month comes first in the others.
 */
export function typeColumns(
	names: readonly string[],
	values: readonly (readonly string[])[],
	overrides: Pick<ImportOverrides, 'types' | 'readings'>,
): TypedColumns {
	const classify = (name: string, column: number, fileMarks: MarkEvidence) => {
		const wanted = overrides.types?.[name];
		const reading = overrides.readings?.[name] ?? {};
		return classifyColumn(values[column] ?? [], wanted ? [wanted] : null, { header: name, reading, fileMarks });
	};
	const alone = names.map((name, column) => classify(name, column, { comma: 0, point: 0 }));
	const fileMarks = {
		comma: alone.reduce((sum, { evidence }) => sum + evidence.comma, 0),
		point: alone.reduce((sum, { evidence }) => sum + evidence.point, 0),
	};
	const isSettled = fileMarks.comma + fileMarks.point === 0;
	const marked = names.map((name, column) => {
		const found = alone[column]!;
		return isSettled || found.isDecided ? found : classify(name, column, fileMarks);
	});
	const dateOrder = orderOf(marked);
	const guesses = marked.map((found, column) => {
		const header = names[column]!;
		const isOpen = found.isAmbiguousDate && dateOrder !== null && !overrides.types?.[header];
		// Still asked about: one export may write its dates in two ways.
		return isOpen
			? { ...classifyColumn(values[column]!, null, { header, reading: { dateOrder } }), isAmbiguousDate: true }
			: found;
	});
	const columns = names.map((name, column): ColumnPlan => {
		const { format } = guesses[column]!;
		return withReading({ name, type: typeOfFormat(format), ...readingGiven(overrides, name) }, format);
	});
	return { columns, guesses };
}

/** Whether the day or the month comes first in the columns in which that is clear; null where they differ, or none is. */
function orderOf(guesses: readonly ColumnGuess[]): 'dmy' | 'mdy' | null {
	const orders = guesses.flatMap(({ format, isAmbiguousDate }) => {
		const isDate = format.kind === 'date' || format.kind === 'timestamp';
		const isSlashed = isDate && !isAmbiguousDate && format.separator !== undefined && format.separator !== POINT;
		return isSlashed && (format.order === 'dmy' || format.order === 'mdy') ? [format.order] : [];
	});
	return new Set(orders).size === 1 ? orders[0]! : null;
}

/** The column with the reading that leads to the same format again. */
export function withReading(column: ColumnPlan, format: ColumnFormat): ColumnPlan {
	const reading = { ...readingOf(format), ...column.reading };
	const { reading: _, ...rest } = column;
	return Object.keys(reading).length > 0 ? { ...rest, reading } : rest;
}

function readingGiven({ readings }: Pick<ImportOverrides, 'readings'>, name: string): Pick<ColumnPlan, 'reading'> {
	const reading = readings?.[name];
	return reading ? { reading } : {};
}
