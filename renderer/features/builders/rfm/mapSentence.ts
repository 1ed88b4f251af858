import { counted } from '#shared/base/counted.ts';
import type { RfmFacts, RfmSettings } from '#shared/model/rfmBuilder.ts';

/** What is wrong with the map as published, and what became of it. */
export function mapSentence({ contested, uncovered, cells }: RfmFacts, settings: RfmSettings): string {
	if (contested.length + uncovered.length === 0) {
		return 'Every one of the 125 cells belongs to exactly one segment.';
	}
	const people = (list: readonly number[]) => list.reduce((sum, cell) => sum + cells[cell]!.people, 0);
	const to = settings.contested === 'first' ? 'the first of them' : 'the one with the fewest cells';
	const gap = settings.uncovered === 'nearest' ? 'the nearest segment' : 'the remainder';
	return (
		`As published, ${contested.length} of the 125 cells are claimed by several segments (${counted(people(contested), 'person', 'people')}) ` +
		`and ${uncovered.length} by none (${counted(people(uncovered), 'person', 'people')}). Here the first go to ${to}, the others to ${gap}.`
	);
}
