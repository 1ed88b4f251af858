import type { MigrationAmount, MigrationFlow } from '#shared/model/segmentMigration.ts';
import type { FlowMatrix } from '../flowMatrix.ts';

export type Sums = MigrationAmount;

/** Sums over cells of the matrix, from minor units to money at the very end so that they stay exact. */
export class FlowSums {
	private readonly matrix: FlowMatrix;
	private readonly unitsPerOne: number | null;

	/** `unitsPerOne` is 10 to the places of revenue; null without revenue. The sums are those before and after. */
	constructor(matrix: FlowMatrix, unitsPerOne: number | null) {
		this.matrix = matrix;
		this.unitsPerOne = unitsPerOne;
	}

	sum(isWanted: (from: number, to: number) => boolean): Sums {
		const { people, sums, width } = this.matrix;
		let [count, before, after] = [0, 0, 0];
		for (let cell = 0; cell < people.length; cell++) {
			if (people[cell]! > 0 && isWanted(Math.floor(cell / width), cell % width)) {
				count += people[cell]!;
				before += sums[0]![cell]!;
				after += sums[1]![cell]!;
			}
		}
		return { people: count, revenueBefore: this.money(before), revenueAfter: this.money(after) };
	}

	/** Cells with a customer, row by row. */
	cells(): MigrationFlow[] {
		const { people, sums, width } = this.matrix;
		return [...people.entries()]
			.filter(([, count]) => count > 0)
			.map(([cell, count]) => ({
				from: Math.floor(cell / width),
				to: cell % width,
				people: count,
				revenueBefore: this.money(sums[0]![cell]!),
				revenueAfter: this.money(sums[1]![cell]!),
			}));
	}

	/** The difference of two amounts of money, exact to the minor unit where these are whole. */
	difference(left: number, right: number): number {
		const units = this.unitsPerOne ?? 1;
		return units === 1 ? left - right : (Math.round(left * units) - Math.round(right * units)) / units;
	}

	private money(sum: number): number | null {
		return this.unitsPerOne === null ? null : sum / this.unitsPerOne;
	}
}
