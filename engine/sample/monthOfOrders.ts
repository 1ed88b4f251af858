import { grown } from '../columns/grown.ts';
import type { RandomStream } from '../stats/RandomStream.ts';
import type { SampleMonth } from './sampleCalendar.ts';
import type { SamplePopulation } from './SamplePopulation.ts';
import { purposes } from './samplePurposes.ts';
import { poissonCount } from './sampleTables.ts';
import type { Tick } from './tick.ts';

const CUSTOMERS_PER_TICK = 100_000;
const DAYS_PER_MONTH = 30.4375;
const MAX_DAYS = 31;

/** The orders of one month by day: those of day d are `rows[dayStarts[d] .. dayStarts[d + 1]]`, each a customer's row. */
export interface MonthOfOrders {
	readonly rows: Int32Array;
	readonly dayStarts: Int32Array;
}

/** Decides who orders on which day of the month; `share` is how much of all months lies before this one. */
export async function monthOfOrders(
	population: SamplePopulation,
	month: SampleMonth,
	random: RandomStream,
	tick: Tick,
	share: number,
): Promise<MonthOfOrders> {
	const due = new DueOrders();
	for (let row = 0; row < population.size; row++) {
		noteDue(population, row, month, random, due);
		if (row % CUSTOMERS_PER_TICK === 0) {
			await tick('orders', share);
		}
	}
	return due.byDay();
}

/** The first and the second order have their planted days; further ones come at random after the second. */
function noteDue(
	population: SamplePopulation,
	row: number,
	month: SampleMonth,
	random: RandomStream,
	due: DueOrders,
): void {
	const { firstDay, lastDay } = month;
	const first = population.firstOrderDay(row);
	if (first >= firstDay && first <= lastDay) {
		due.add(row, first - firstDay);
	}
	const second = population.secondOrderDay(row);
	if (second >= firstDay && second <= lastDay) {
		due.add(row, second - firstDay);
	}
	const from = Math.max(second + 1, firstDay);
	const days = Math.min(population.lastActiveDay(row), lastDay) - from + 1;
	if (days > 0) {
		random.restart(row, purposes.orderDays + firstDay * 16);
		const mean = (population.ordersPerMonth(row) * month.season * days) / DAYS_PER_MONTH;
		for (let count = poissonCount(mean, random.unit()); count > 0; count--) {
			due.add(row, from + random.below(days) - firstDay);
		}
	}
}

/** Collects (customer, day) pairs and sorts them by day, customers in ascending order within a day. */
class DueOrders {
	#rows = new Int32Array(4096);
	#days = new Uint8Array(4096);
	#length = 0;
	readonly #perDay = new Int32Array(MAX_DAYS);

	add(row: number, day: number): void {
		if (this.#length === this.#rows.length) {
			this.#rows = grown(this.#rows, new Int32Array(this.#length * 2));
			this.#days = grown(this.#days, new Uint8Array(this.#length * 2));
		}
		this.#rows[this.#length] = row;
		this.#days[this.#length++] = day;
		this.#perDay[day] = this.#perDay[day]! + 1;
	}

	byDay(): MonthOfOrders {
		const dayStarts = new Int32Array(MAX_DAYS + 1);
		for (let day = 0; day < MAX_DAYS; day++) {
			dayStarts[day + 1] = dayStarts[day]! + this.#perDay[day]!;
		}
		const next = dayStarts.slice();
		const rows = new Int32Array(this.#length);
		for (let at = 0; at < this.#length; at++) {
			const day = this.#days[at]!;
			const place = next[day]!;
			next[day] = place + 1;
			rows[place] = this.#rows[at]!;
		}
		return { rows, dayStarts };
	}
}
