import { csvCell, type CsvFileWriter } from './CsvFileWriter.ts';
import { tierEffects } from './plantedEffects.ts';
import { RandomStream } from '../stats/RandomStream.ts';
import { LAST_ORDER_DAY } from './sampleCalendar.ts';
import { missingRates } from './sampleFlaws.ts';
import type { SamplePopulation } from './SamplePopulation.ts';
import { purposes } from './samplePurposes.ts';
import { comments } from './sampleWorld.ts';
import type { Tick } from './tick.ts';

export const surveyHeader = ['response_id', 'customer_id', 'survey', 'answered_at', 'nps', 'csat', 'comment'] as const;

const ANSWER_SHARE = 0.08;
const ANSWER_DAYS = 45;
const ROWS_PER_TICK = 10_000;
const remarkCells = {
	promoter: comments.promoter.map(csvCell),
	passive: comments.passive.map(csvCell),
	detractor: comments.detractor.map(csvCell),
};

/** One satisfaction survey among buyers: a recommendation score from 0 to 10, satisfaction from 1 to 5, sometimes a comment. */
export async function writeSurveys(
	writer: CsvFileWriter,
	population: SamplePopulation,
	seed: number,
	tick: Tick,
): Promise<void> {
	const random = new RandomStream(seed);
	let answers = 0;
	for (let row = 0; row < population.size; row++) {
		random.restart(row, purposes.surveys);
		if (population.orders(row) > 0 && random.chance(ANSWER_SHARE)) {
			answers++;
			writeAnswer(writer, answers, population.id(row), population.tierIndex(row), random);
		}
		if (writer.isFull) {
			await writer.drain();
		}
		if (row % ROWS_PER_TICK === 0) {
			await tick('surveys', row / population.size);
		}
	}
}

function writeAnswer(
	writer: CsvFileWriter,
	answer: number,
	customerId: number,
	tier: number,
	random: RandomStream,
): void {
	const effect = tierEffects[tier]!;
	const mood = random.unit();
	const kind =
		mood < effect.promoters ? 'promoter' : mood < effect.promoters + effect.passives ? 'passive' : 'detractor';
	const score = { promoter: 9 + random.below(2), passive: 7 + random.below(2), detractor: random.below(7) }[kind];
	const satisfaction = { promoter: 4 + random.below(2), passive: 3 + random.below(2), detractor: 1 + random.below(3) }[
		kind
	];
	const remarks = remarkCells[kind];
	writer.integer(7_000_000 + answer);
	writer.integer(customerId);
	writer.text('Shop satisfaction 2026');
	writer.date(LAST_ORDER_DAY - random.below(ANSWER_DAYS));
	if (random.chance(missingRates.surveyScore)) {
		writer.empty();
	} else {
		writer.integer(score);
	}
	writer.integer(satisfaction);
	if (random.chance(0.4)) {
		writer.bytes(remarks[random.below(remarks.length)]!);
	} else {
		writer.empty();
	}
	writer.endRow();
}
