import type { MeasureColumn } from '../metrics/kernel/MeasureMatrix.ts';
import type { Slot } from '../metrics/kernel/statisticsAt.ts';

interface NamedColumn {
	readonly name: string;
	readonly column: MeasureColumn;
}

/** Where each column went. */
export interface PlacedColumns {
	readonly pairs: readonly (readonly [MeasureColumn, MeasureColumn])[];
	pair(numerator: string, denominator: string): number;
	slot(name: string): Slot;
}

/**
 * Collects the columns that metrics need and lays them out as pairs: ratios first, then the single columns that no ratio
 * brought along, two by two, so that a matrix row is as short as it can be.
 */
export class MatrixColumns {
	readonly #pairs: (readonly [NamedColumn, NamedColumn])[] = [];
	readonly #singles = new Map<string, MeasureColumn>();

	addPair(numerator: string, x: MeasureColumn, denominator: string, y: MeasureColumn): void {
		if (!this.#pairs.some(([left, right]) => left.name === numerator && right.name === denominator)) {
			this.#pairs.push([
				{ name: numerator, column: x },
				{ name: denominator, column: y },
			]);
		}
	}

	addSingle(name: string, column: MeasureColumn): void {
		this.#singles.set(name, column);
	}

	place(): PlacedColumns {
		const pairs = [...this.#pairs];
		const placed = new Set(pairs.flatMap(([x, y]) => [x.name, y.name]));
		const left = [...this.#singles].flatMap(([name, column]) => (placed.has(name) ? [] : [{ name, column }]));
		for (let at = 0; at < left.length; at += 2) {
			const first = left[at]!;
			pairs.push([first, left[at + 1] ?? first]);
		}
		return {
			pairs: pairs.map(([x, y]) => [x.column, y.column]),
			pair: (numerator, denominator) =>
				found(
					pairs.findIndex(([x, y]) => x.name === numerator && y.name === denominator),
					numerator,
				),
			slot: (name) => {
				const pair = found(
					pairs.findIndex(([x, y]) => x.name === name || y.name === name),
					name,
				);
				return { pair, side: pairs[pair]![0].name === name ? 'x' : 'y' };
			},
		};
	}
}

function found(index: number, name: string): number {
	if (index < 0) {
		throw new Error(`The matrix has no column ${name}`);
	}
	return index;
}
