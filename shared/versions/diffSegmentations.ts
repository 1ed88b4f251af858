import type { Exclusion, SegmentDefinition, Segmentation } from '../model/segmentation.ts';
import type { CustomField } from '../model/customField.ts';
import { longestRun } from './longestRun.ts';

export type DiffKind = 'added' | 'removed' | 'changed' | 'same';

/** One fact that differs; null stands for none. */
export interface FactDiff {
	readonly label: string;
	readonly before: string | null;
	readonly after: string | null;
}

/** What became of one entry of a list, told by its id (custom fields: by their name). */
export interface EntryDiff {
	readonly id: string;
	readonly name: string;
	readonly kind: DiffKind;
	/** Whether it changed its place among those that are in both. */
	readonly isMoved: boolean;
	/** From 1; null where it is not. */
	readonly placeBefore: number | null;
	readonly placeAfter: number | null;
	/** The rule or expression; null where there is none. The two are equal where it did not change. */
	readonly ruleBefore: string | null;
	readonly ruleAfter: string | null;
	readonly facts: readonly FactDiff[];
}

export interface SegmentationDiff {
	readonly segments: readonly EntryDiff[];
	readonly exclusions: readonly EntryDiff[];
	readonly customFields: readonly EntryDiff[];
	/** Mode and the name of the remainder. */
	readonly facts: readonly FactDiff[];
	readonly isSame: boolean;
}

interface Entry {
	readonly id: string;
	readonly name: string;
	readonly rule: string;
	readonly facts: Readonly<Record<string, string | null>>;
}

/** What changed from one state of a segmentation to another. Moving an entry counts by itself; those it passes stay in place. */
export function diffSegmentations(before: Segmentation, after: Segmentation): SegmentationDiff {
	const segments = diffEntries(before.segments.map(segmentEntry), after.segments.map(segmentEntry), true);
	const exclusions = diffEntries(before.exclusions.map(exclusionEntry), after.exclusions.map(exclusionEntry), true);
	const customFields = diffEntries(before.customFields.map(fieldEntry), after.customFields.map(fieldEntry), false);
	const facts = diffFacts(
		{ Mode: before.mode, 'Name of the remainder': before.remainder },
		{ Mode: after.mode, 'Name of the remainder': after.remainder },
	);
	const entries = [...segments, ...exclusions, ...customFields];
	const isSame = facts.length === 0 && entries.every(({ kind, isMoved }) => kind === 'same' && !isMoved);
	return { segments, exclusions, customFields, facts, isSame };
}

function segmentEntry({ id, name, rule, ...facts }: SegmentDefinition): Entry {
	return {
		id,
		name,
		rule,
		facts: {
			Name: name,
			Description: facts.description ?? null,
			Decision: facts.decision ?? null,
			Action: facts.action ?? null,
			Owner: facts.owner ?? null,
			Hypothesis: facts.hypothesis ?? null,
			Priority: facts.isPriority ? 'yes' : null,
			Colour: facts.color === undefined ? null : `number ${facts.color + 1} of the palette`,
		},
	};
}

function exclusionEntry({ id, name, rule }: Exclusion): Entry {
	return { id, name, rule, facts: { Name: name } };
}

function fieldEntry({ name, expression, description }: CustomField): Entry {
	return { id: name, name, rule: expression, facts: { Description: description ?? null } };
}

/** In the order after; what was removed stands behind what it followed. */
function diffEntries(before: readonly Entry[], after: readonly Entry[], isOrdered: boolean): EntryDiff[] {
	const common = after.filter(({ id }) => before.some((entry) => entry.id === id));
	const places = common.map(({ id }) => before.findIndex((entry) => entry.id === id));
	const inPlace = new Set(
		isOrdered ? longestRun(places).map((index) => common[index]?.id) : common.map(({ id }) => id),
	);
	const result = after.map((entry, index): EntryDiff => {
		const position = before.findIndex(({ id }) => id === entry.id);
		const earlier = before[position] ?? null;
		const facts = earlier ? diffFacts(earlier.facts, entry.facts) : diffFacts({}, { ...entry.facts, Name: null });
		const isChanged = earlier !== null && (earlier.rule !== entry.rule || facts.length > 0);
		return {
			id: entry.id,
			name: entry.name,
			kind: earlier === null ? 'added' : isChanged ? 'changed' : 'same',
			isMoved: earlier !== null && !inPlace.has(entry.id),
			placeBefore: earlier === null ? null : position + 1,
			placeAfter: index + 1,
			ruleBefore: earlier?.rule ?? null,
			ruleAfter: entry.rule,
			facts,
		};
	});
	for (const [position, entry] of before.entries()) {
		if (after.some(({ id }) => id === entry.id)) {
			continue;
		}
		const previous = before[position - 1];
		const at = previous ? result.findIndex(({ id }) => id === previous.id) + 1 : 0;
		result.splice(at, 0, {
			id: entry.id,
			name: entry.name,
			kind: 'removed',
			isMoved: false,
			placeBefore: position + 1,
			placeAfter: null,
			ruleBefore: entry.rule,
			ruleAfter: null,
			facts: diffFacts({ ...entry.facts, Name: null }, {}),
		});
	}
	return result;
}

function diffFacts(
	before: Readonly<Record<string, string | null>>,
	after: Readonly<Record<string, string | null>>,
): FactDiff[] {
	const labels = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...labels]
		.map((label) => ({ label, before: before[label] ?? null, after: after[label] ?? null }))
		.filter((fact) => fact.before !== fact.after);
}
