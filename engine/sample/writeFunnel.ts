import type { CsvFileWriter } from './CsvFileWriter.ts';
import { deviceEffects, funnelStages } from './plantedEffects.ts';
import { RandomStream } from '../stats/RandomStream.ts';
import { LAST_ORDER_DAY } from './sampleCalendar.ts';
import type { SamplePopulation } from './SamplePopulation.ts';
import { purposes } from './samplePurposes.ts';
import { cumulative } from './sampleWorld.ts';
import type { Tick } from './tick.ts';

export const funnelHeader = ['session_id', 'customer_id', 'stage', 'occurred_at', 'device'] as const;

const SESSION_SHARE = 0.35;
const SESSION_DAYS = 60;
const ROWS_PER_TICK = 10_000;
const pickDevice = cumulative(deviceEffects.map((effect) => effect.share));

/** One shop visit in the last sixty days for about a third of the customers, one row per stage reached. */
export async function writeFunnel(
	writer: CsvFileWriter,
	population: SamplePopulation,
	seed: number,
	tick: Tick,
): Promise<void> {
	const random = new RandomStream(seed);
	let sessions = 0;
	for (let row = 0; row < population.size; row++) {
		random.restart(row, purposes.funnel);
		const day = LAST_ORDER_DAY - random.below(SESSION_DAYS);
		if (random.chance(SESSION_SHARE) && population.signupDay(row) <= day) {
			sessions++;
			writeSession(writer, 5_000_000 + sessions, population.id(row), day, random);
		}
		if (writer.isFull) {
			await writer.drain();
		}
		if (row % ROWS_PER_TICK === 0) {
			await tick('funnel', row / population.size);
		}
	}
}

function writeSession(
	writer: CsvFileWriter,
	sessionId: number,
	customerId: number,
	day: number,
	random: RandomStream,
): void {
	const device = deviceEffects[random.pick(pickDevice)]!;
	let minute = 420 + random.below(900);
	for (const [index, stage] of funnelStages.entries()) {
		const progression = device.progression[index - 1];
		if (progression !== undefined && !random.chance(progression)) {
			return;
		}
		writer.integer(sessionId);
		writer.integer(customerId);
		writer.text(stage);
		writer.moment(day, minute);
		writer.text(device.device);
		writer.endRow();
		minute += 1 + random.below(12);
	}
}
