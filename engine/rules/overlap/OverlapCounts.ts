import type { Job } from '../../job.ts';
import type { SignatureCounts } from './countSignatures.ts';

/** Combinations between two pauses, a few milliseconds of work. */
const BATCH = 1 << 13;

export interface Amount {
	readonly people: number;
	/** Exact for decimals of fixed places; null where there is no revenue. */
	readonly revenue: number | null;
}

/** Customers and the first of them, by row of the frame; -1 where there is none. */
interface Counted extends Amount {
	readonly row: number;
}

/** What the combinations of rules add up to. */
export interface OverlapCounts {
	readonly base: Amount;
	readonly excluded: Amount;
	readonly remainder: Counted;
	/** Customers who match more than one rule. */
	readonly contested: Amount;
	/** Per rule, in order. */
	readonly matches: readonly Amount[];
	/** Per rule the customers for whom it is the first that is true. */
	readonly taken: readonly Amount[];
	/** Per rule and earlier rule the matches that the earlier one took. */
	readonly lost: readonly (readonly ({ readonly to: number } & Amount)[])[];
	/** Pairs of rules, the earlier first, that some customer matches both of; in rule order. */
	readonly pairs: readonly ({ readonly first: number; readonly second: number } & Counted)[];
}

/** Sums of people and minor units over combinations, by a number of the summer's choice. */
class Sums {
	private readonly people: Float64Array;
	private readonly sums: Float64Array;
	private readonly rows: Int32Array;
	private readonly scale: number | null;

	constructor(length: number, scale: number | null) {
		this.people = new Float64Array(length);
		this.sums = new Float64Array(length);
		this.rows = new Int32Array(length).fill(-1);
		this.scale = scale;
	}

	add(index: number, people: number, sum: number, row: number): void {
		this.people[index]! += people;
		this.sums[index]! += sum;
		if (this.rows[index] === -1 || row < this.rows[index]!) {
			this.rows[index] = row;
		}
	}

	at(index: number): Counted {
		return { ...amountOf(this.people[index]!, this.sums[index]!, this.scale), row: this.rows[index]! };
	}

	all(): Amount[] {
		return [...this.people].map((people, index) => amountOf(people, this.sums[index]!, this.scale));
	}
}

export function amountOf(people: number, sum: number, scale: number | null): Amount {
	return { people, revenue: scale === null ? null : sum / 10 ** scale };
}

/** Work is combinations times the square of the rules in them; there are rarely more than some thousand. */
export async function overlapCounts({ table, scale, excluded }: SignatureCounts, job: Job): Promise<OverlapCounts> {
	const { rules } = table;
	const [matches, taken, whole] = [new Sums(rules, scale), new Sums(rules, scale), new Sums(3, scale)];
	const [pairs, lost] = [new Sums(rules * rules, scale), new Sums(rules * rules, scale)];
	for (let number = 0; number < table.size; number++) {
		if (number % BATCH === 0) {
			await job.tick(number, table.size, 'Counting who matches which rules');
		}
		const [people, sum, row] = [table.peopleOf(number), table.sumOf(number), table.firstRowOf(number)];
		const present = table.rulesOf(number);
		whole.add(0, people, sum, row);
		if (present.length !== 1) {
			whole.add(present.length === 0 ? 1 : 2, people, sum, row);
		}
		for (const [place, first] of present.entries()) {
			matches.add(first, people, sum, row);
			if (place === 0) {
				taken.add(first, people, sum, row);
			} else {
				lost.add(first * rules + present[0]!, people, sum, row);
			}
			for (let other = place + 1; other < present.length; other++) {
				pairs.add(first * rules + present[other]!, people, sum, row);
			}
		}
	}
	const indexes = [...Array(rules).keys()];
	return {
		base: withoutRow(whole.at(0)),
		excluded: amountOf(excluded.people, excluded.sum, scale),
		remainder: whole.at(1),
		contested: withoutRow(whole.at(2)),
		matches: matches.all(),
		taken: taken.all(),
		lost: indexes.map((rule) =>
			indexes.flatMap((to) => {
				const amount = withoutRow(lost.at(rule * rules + to));
				return amount.people === 0 ? [] : [{ to, ...amount }];
			}),
		),
		pairs: indexes.flatMap((first) =>
			indexes.flatMap((second) => {
				const shared = pairs.at(first * rules + second);
				return shared.people === 0 ? [] : [{ first, second, ...shared }];
			}),
		),
	};
}

function withoutRow({ people, revenue }: Counted): Amount {
	return { people, revenue };
}
