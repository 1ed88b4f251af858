import { csvCell, type CsvFileWriter } from './CsvFileWriter.ts';
import { channelEffects, tiers } from './plantedEffects.ts';
import { RandomStream } from '../stats/RandomStream.ts';
import { flawCounts, missingRates } from './sampleFlaws.ts';
import type { SamplePopulation } from './SamplePopulation.ts';
import { purposes } from './samplePurposes.ts';
import { countries, cumulative, firstNames, lastNames, mailDomains } from './sampleWorld.ts';
import type { Tick } from './tick.ts';

export const customerHeader = [
	'customer_id',
	'name',
	'email',
	'country',
	'city',
	'age',
	'signup_date',
	'acquisition_channel',
	'loyalty_tier',
	'consent_email',
	'consent_sms',
] as const;

const CONSENT_SHARE = 0.78;
const ROWS_PER_TICK = 10_000;
const pickCountry = cumulative(countries.map((country) => country.share));
const countryCells = countries.map((country) => ({ code: csvCell(country.code), cities: country.cities.map(csvCell) }));
const channelCells = channelEffects.map((effect) => csvCell(effect.channel));
const tierCells = tiers.map(csvCell);
const yes = csvCell('true');
const no = csvCell('false');
const mailFirstNames = firstNames.map(plainLetters);
const mailLastNames = lastNames.map(plainLetters);

/** Whether the customer agreed to e-mail: the same answer in every file. */
export function hasEmailConsent(row: number, random: RandomStream): boolean {
	random.restart(row, purposes.consent);
	return random.chance(CONSENT_SHARE);
}

/** One row per customer; the first few stand twice and two lines at the end are cut off (see sampleFlaws). */
export async function writeCustomers(
	writer: CsvFileWriter,
	population: SamplePopulation,
	seed: number,
	tick: Tick,
): Promise<void> {
	const random = new RandomStream(seed);
	for (let row = 0; row < population.size; row++) {
		writeCustomer(writer, population, row, random);
		if (writer.isFull) {
			await writer.drain();
		}
		if (row % ROWS_PER_TICK === 0) {
			await tick('customers', row / population.size);
		}
	}
	for (let row = 0; row < Math.min(flawCounts.customers.repeatedCustomers, population.size); row++) {
		writeCustomer(writer, population, row, random);
	}
	for (let index = 0; index < flawCounts.customers.malformedLines; index++) {
		writer.line(`${population.id(population.size) + 900 + index},Selma Oakden,selma.oakden${index}@exam`);
	}
}

function writeCustomer(writer: CsvFileWriter, population: SamplePopulation, row: number, random: RandomStream): void {
	const consent = hasEmailConsent(row, random);
	random.restart(row, purposes.customers);
	const first = random.below(firstNames.length);
	const last = random.below(lastNames.length);
	const domain = mailDomains[random.below(mailDomains.length)]!;
	const country = countryCells[random.pick(pickCountry)]!;
	const city = country.cities[random.below(country.cities.length)]!;
	// Adults around 46: the mean of three dice.
	const age = 18 + Math.floor((random.below(58) + random.below(58) + random.below(58)) / 3);
	const id = population.id(row);
	writer.integer(id);
	writer.text(`${firstNames[first]!} ${lastNames[last]!}`);
	writer.text(`${mailFirstNames[first]!}.${mailLastNames[last]!}${id}@${domain}`);
	writer.bytes(country.code);
	if (random.chance(missingRates.city)) {
		writer.empty();
	} else {
		writer.bytes(city);
	}
	if (random.chance(missingRates.age)) {
		writer.empty();
	} else {
		writer.integer(age);
	}
	if (population.isSignupMissing(row)) {
		writer.empty();
	} else {
		writer.date(population.signupDay(row));
	}
	writer.bytes(channelCells[population.channelIndex(row)]!);
	if (population.isTierMissing(row)) {
		writer.empty();
	} else {
		writer.bytes(tierCells[population.tierIndex(row)]!);
	}
	writer.bytes(consent ? yes : no);
	writer.bytes(random.chance(0.31) ? yes : no);
	writer.endRow();
}

/** A name as the local part of an address may hold it: lower case a to z and hyphens. */
function plainLetters(name: string): string {
	return name
		.toLowerCase()
		.normalize('NFD')
		.replaceAll(/[^a-z-]/g, '');
}
