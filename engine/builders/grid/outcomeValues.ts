import { EngineError } from '#shared/protocol/envelope.ts';
import type { Bitmap } from '../../columns/Column.ts';
import { bitAt } from '../../frame/bitmap.ts';
import type { Frame } from '../../frame/Frame.ts';

/** What groups should differ in: a number per customer, or 1 for yes and 0 for no. */
export interface OutcomeValues {
	/** As stored; only differences matter. */
	readonly values: ArrayLike<number>;
	readonly nulls: Bitmap | null;
}

/** Throws `data` when there is no such field or it is neither a number nor yes or no. */
export function outcomeValues(frame: Frame, name: string): OutcomeValues {
	const column = frame.columns.get(name);
	if (column?.kind !== 'number' && column?.kind !== 'boolean') {
		throw new EngineError('data', `“${name}” is no outcome: choose a field that holds numbers or yes and no.`);
	}
	return { values: column.values, nulls: column.nulls };
}

export function hasOutcome({ nulls }: OutcomeValues, row: number): boolean {
	return nulls === null || !bitAt(nulls, row);
}
