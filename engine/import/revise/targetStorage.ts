import type { ColumnStorage } from '../../columns/ColumnStorage.ts';

/** How a column is kept whose parts are kept in these ways; what only the data tells is left open. */
export type TargetStorage = Pick<ColumnStorage, 'type' | 'kind' | 'scale' | 'isExact'>;

/**
 * Numbers take the finer scale, days beside instants become instants, text stays text. Parts that have nothing in common
 * become text, with the spelling that tables are shown in.
 */
export function targetStorage(parts: readonly ColumnStorage[]): TargetStorage {
	const first = parts[0];
	if (!first) {
		throw new Error('A column needs at least one part');
	}
	const kinds = new Set(parts.map(({ kind }) => (kind === 'text' ? 'category' : kind)));
	if (kinds.size === 1 && !kinds.has('number')) {
		return { type: first.type, kind: first.kind, scale: 0, isExact: true };
	}
	if (kinds.size === 1) {
		const isExact = parts.every((part) => part.isExact);
		const isWhole = parts.every(({ type }) => type === 'integer');
		return {
			type: isWhole ? 'integer' : 'decimal',
			kind: 'number',
			scale: isExact ? Math.max(...parts.map(({ scale }) => scale)) : 0,
			isExact,
		};
	}
	if ([...kinds].every((kind) => kind === 'date' || kind === 'timestamp')) {
		return { type: 'timestamp', kind: 'timestamp', scale: 0, isExact: true };
	}
	return { type: 'text', kind: 'category', scale: 0, isExact: true };
}
