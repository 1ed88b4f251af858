import type { CsvFileWriter } from './CsvFileWriter.ts';
import { channelEffects } from './plantedEffects.ts';
import { CAMPAIGN_DAY, sampleMonths } from './sampleCalendar.ts';
import type { SamplePopulation } from './SamplePopulation.ts';
import type { Tick } from './tick.ts';
import { CAMPAIGN_NAME } from './writeRecipients.ts';

export const costHeader = ['cost_date', 'cost_type', 'channel', 'campaign', 'amount'] as const;

/** Hundredths per existing customer and month. */
const SERVICE_COST = 35;
const CAMPAIGN_COST = 45;

/** Monthly costs: acquisition by channel (planted cost times sign-ups), service, and the campaign once. */
export async function writeCosts(
	writer: CsvFileWriter,
	population: SamplePopulation,
	_seed: number,
	tick: Tick,
): Promise<void> {
	const signups = await signupsByMonth(population, tick);
	let customers = 0;
	for (const [index, month] of sampleMonths.entries()) {
		for (const [channel, effect] of channelEffects.entries()) {
			const count = signups[index]![channel]!;
			customers += count;
			writeCost(writer, month.lastDay, 'acquisition', effect.channel, '', count * effect.acquisitionCost * 100);
		}
		writeCost(writer, month.lastDay, 'service', '', '', customers * SERVICE_COST);
	}
	writeCost(writer, CAMPAIGN_DAY, 'campaign', 'email', CAMPAIGN_NAME, customers * CAMPAIGN_COST);
}

function writeCost(
	writer: CsvFileWriter,
	day: number,
	type: string,
	channel: string,
	campaign: string,
	amount: number,
): void {
	writer.date(day);
	writer.text(type);
	writer.text(channel);
	writer.text(campaign);
	writer.money(amount);
	writer.endRow();
}

/** Sign-ups by month and channel. */
async function signupsByMonth(population: SamplePopulation, tick: Tick): Promise<readonly (readonly number[])[]> {
	const counts = sampleMonths.map(() => channelEffects.map(() => 0));
	let month = 0;
	for (let row = 0; row < population.size; row++) {
		const day = population.signupDay(row);
		month = sampleMonths.findIndex((candidate) => day <= candidate.lastDay);
		const ofMonth = counts[month]!;
		const channel = population.channelIndex(row);
		ofMonth[channel] = ofMonth[channel]! + 1;
		if (row % 100_000 === 0) {
			await tick('costs', row / population.size);
		}
	}
	return counts;
}
