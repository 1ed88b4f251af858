import type { CsvFileWriter } from './CsvFileWriter.ts';
import { monthOfOrders } from './monthOfOrders.ts';
import { categoryEffects, tierEffects } from './plantedEffects.ts';
import { RandomStream } from '../stats/RandomStream.ts';
import { sampleMonths } from './sampleCalendar.ts';
import { missingRates, orderFlaws } from './sampleFlaws.ts';
import type { SamplePopulation } from './SamplePopulation.ts';
import { purposes } from './samplePurposes.ts';
import { skewedAmount } from './sampleTables.ts';
import { cumulative } from './sampleWorld.ts';
import type { Tick } from './tick.ts';

export const orderHeader = [
	'order_id',
	'customer_id',
	'order_date',
	'product_category',
	'quantity',
	'revenue',
	'cost',
] as const;

const FIRST_ORDER_ID = 1_000_001;
const ORDERS_PER_TICK = 5_000;
const lineShares = [0.58, 0.28, 0.1, 0.04];
const quantityShares = [0.72, 0.2, 0.08];
const categoryCells = categoryEffects.map((effect) => Buffer.from(effect.category));
const pickCategory = cumulative(categoryEffects.map((effect) => effect.share));
const pickLines = cumulative(lineShares);
const pickQuantity = cumulative(quantityShares);

/** Mean unit price in hundredths by tier and category, such that orders of the tier have its planted mean. */
const unitPrices = tierEffects.map((tier) => {
	const meanLevel = categoryEffects.reduce((sum, effect) => sum + effect.share * effect.priceLevel, 0);
	const level = (tier.averageOrderValue * 100) / (meanCount(lineShares) * meanCount(quantityShares) * meanLevel);
	return categoryEffects.map((category) => level * category.priceLevel);
});

/** Writes order lines by day, and notes each order in the population. Memory holds one month. */
export async function writeOrders(
	writer: CsvFileWriter,
	population: SamplePopulation,
	seed: number,
	tick: Tick,
): Promise<void> {
	const random = new RandomStream(seed);
	let orders = 0;
	for (const [index, month] of sampleMonths.entries()) {
		const share = index / sampleMonths.length;
		const { rows, dayStarts } = await monthOfOrders(population, month, random, tick, share);
		let day = 0;
		for (let at = 0; at < rows.length; at++) {
			while (at >= dayStarts[day + 1]!) {
				day++;
			}
			writeOrder(writer, population, rows[at]!, month.firstDay + day, FIRST_ORDER_ID + orders++, random);
			if (writer.isFull) {
				await writer.drain();
			}
			if (at % ORDERS_PER_TICK === 0) {
				await tick('orders', share + at / rows.length / sampleMonths.length);
			}
		}
		for (const line of orderFlaws(index, population.size)) {
			writer.line(line);
		}
	}
}

function writeOrder(
	writer: CsvFileWriter,
	population: SamplePopulation,
	row: number,
	day: number,
	orderId: number,
	random: RandomStream,
): void {
	random.restart(row, purposes.orders + population.orders(row) * 16);
	const prices = unitPrices[population.tierIndex(row)]!;
	let total = 0;
	for (let line = random.pick(pickLines); line >= 0; line--) {
		const category = random.pick(pickCategory);
		const quantity = 1 + random.pick(pickQuantity);
		const unitPrice = Math.max(1, Math.round(prices[category]! * skewedAmount(random.next())));
		const revenue = quantity * unitPrice;
		const costShare = (1 - categoryEffects[category]!.margin) * (0.92 + 0.16 * random.unit());
		writer.integer(orderId);
		writer.integer(population.id(row));
		writer.date(day);
		writer.bytes(categoryCells[category]!);
		writer.integer(quantity);
		if (random.chance(missingRates.orderRevenue)) {
			writer.empty();
		} else {
			writer.money(revenue);
			total += revenue;
		}
		if (random.chance(missingRates.orderCost)) {
			writer.empty();
		} else {
			writer.money(Math.round(revenue * costShare));
		}
		writer.endRow();
	}
	population.noteOrder(row, day, total);
}

/** Mean of 1, 2, 3, ... under the shares. */
function meanCount(shares: readonly number[]): number {
	return shares.reduce((sum, share, index) => sum + share * (index + 1), 0);
}
