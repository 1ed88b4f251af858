import type { ColumnPlan, ImportOverrides } from '#shared/model/importPlan.ts';
import { classifyColumn, type ColumnGuess } from './classifyColumn.ts';
import type { MarkEvidence } from './detectMarks.ts';
import { readingOf } from './readingOf.ts';
import { typeOfFormat, type ColumnFormat } from './scan/ColumnFormat.ts';

export interface TypedColumns {
	readonly columns: readonly ColumnPlan[];
	/** Per column, what its values say, the user's corrections kept. */
	readonly guesses: readonly ColumnGuess[];
}

/**
 * Type and reading of each column from its sampled values. What the columns say about the decimal mark together settles those that
 * leave it open alone.
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
	const guesses = names.map((name, column) => {
		const found = alone[column]!;
		return isSettled || found.isDecided ? found : classify(name, column, fileMarks);
	});
	const columns = names.map((name, column): ColumnPlan => {
		const { format } = guesses[column]!;
		return withReading({ name, type: typeOfFormat(format), ...readingGiven(overrides, name) }, format);
	});
	return { columns, guesses };
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
