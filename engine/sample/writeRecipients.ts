import type { CsvFileWriter } from './CsvFileWriter.ts';
import { campaignEffect, tierEffects, TREATMENT_SHARE } from './plantedEffects.ts';
import { RandomStream } from '../stats/RandomStream.ts';
import { CAMPAIGN_DAY, dayNumber } from './sampleCalendar.ts';
import { recipientFlaws } from './sampleFlaws.ts';
import type { SamplePopulation } from './SamplePopulation.ts';
import { purposes } from './samplePurposes.ts';
import { skewedAmount } from './sampleTables.ts';
import type { Tick } from './tick.ts';
import { hasEmailConsent } from './writeCustomers.ts';

export const recipientHeader = [
	'campaign',
	'customer_id',
	'sent_at',
	'arm',
	'delivered',
	'opened',
	'clicked',
	'converted',
	'revenue',
	'unsubscribed',
	'complained',
] as const;

export const CAMPAIGN_NAME = 'Summer Offer 2026';

/** Newsletters go to everybody with consent and belong to no experiment: their arm is empty. */
const newsletters = [
	{ name: 'Newsletter 2026-02', day: dayNumber(2026, 2, 10) },
	{ name: 'Newsletter 2026-04', day: dayNumber(2026, 4, 14) },
	{ name: 'Newsletter 2026-06', day: dayNumber(2026, 6, 9) },
] as const;

const DELIVERY_RATE = 0.985;
const NEWSLETTER_CONVERSION = 0.006;
const NEWSLETTER_UNSUBSCRIBE = 0.004;
const COMPLAINT_RATE = 0.0006;
const ROWS_PER_TICK = 10_000;
/** Sending starts at eight and takes four hours. */
const START_MINUTE = 480;
const SENDING_MINUTES = 240;

interface Reaction {
	readonly arm: '' | 'treatment' | 'control';
	readonly tier: number;
	readonly conversion: number;
	readonly conversionValue: number;
	readonly unsubscribe: number;
}

/** Campaign by campaign, one row per addressee. Needs the population with all orders noted. */
export async function writeRecipients(
	writer: CsvFileWriter,
	population: SamplePopulation,
	seed: number,
	tick: Tick,
): Promise<void> {
	const random = new RandomStream(seed);
	const sends = [...newsletters, { name: CAMPAIGN_NAME, day: CAMPAIGN_DAY }];
	for (const [index, send] of sends.entries()) {
		const isCampaign = send.day === CAMPAIGN_DAY;
		const name = Buffer.from(send.name);
		for (let row = 0; row < population.size; row++) {
			if (population.signupDay(row) < send.day && hasEmailConsent(row, random)) {
				random.restart(row, (isCampaign ? purposes.campaign : purposes.newsletters) + index * 16);
				const reaction = isCampaign ? campaignReaction(population, row, random) : newsletterReaction(population, row);
				writeRecipient(writer, name, population.id(row), send.day, reaction, random);
			}
			if (writer.isFull) {
				await writer.drain();
			}
			if (row % ROWS_PER_TICK === 0) {
				await tick('recipients', (index + row / population.size) / sends.length);
			}
		}
	}
	for (const line of recipientFlaws(population.size)) {
		writer.line(line);
	}
}

function campaignReaction(population: SamplePopulation, row: number, random: RandomStream): Reaction {
	const effect = campaignEffect(population.segment(row));
	const isTreated = random.chance(TREATMENT_SHARE);
	return {
		arm: isTreated ? 'treatment' : 'control',
		tier: population.tierIndex(row),
		conversion: isTreated ? effect.treatment : effect.control,
		conversionValue: effect.conversionValue,
		unsubscribe: effect.unsubscribe,
	};
}

function newsletterReaction(population: SamplePopulation, row: number): Reaction {
	return {
		arm: '',
		tier: population.tierIndex(row),
		conversion: NEWSLETTER_CONVERSION,
		conversionValue: 55,
		unsubscribe: NEWSLETTER_UNSUBSCRIBE,
	};
}

function writeRecipient(
	writer: CsvFileWriter,
	campaign: Uint8Array,
	customerId: number,
	day: number,
	reaction: Reaction,
	random: RandomStream,
): void {
	const rates = tierEffects[reaction.tier]!;
	// Nothing is sent to the control arm.
	const isDelivered = random.chance(DELIVERY_RATE) && reaction.arm !== 'control';
	const isOpened = random.chance(rates.openRate) && isDelivered;
	const isClicked = random.chance(rates.clickToOpenRate) && isOpened;
	const isConverted = random.chance(reaction.conversion);
	const value = Math.round(reaction.conversionValue * 100 * skewedAmount(random.next()));
	writer.bytes(campaign);
	writer.integer(customerId);
	writer.moment(day, START_MINUTE + random.below(SENDING_MINUTES));
	writer.text(reaction.arm);
	writer.integer(isDelivered ? 1 : 0);
	writer.integer(isOpened ? 1 : 0);
	writer.integer(isClicked ? 1 : 0);
	writer.integer(isConverted ? 1 : 0);
	writer.money(isConverted ? value : 0);
	writer.integer(isDelivered && random.chance(reaction.unsubscribe) ? 1 : 0);
	writer.integer(isDelivered && random.chance(COMPLAINT_RATE) ? 1 : 0);
	writer.endRow();
}
