import { assertNever } from '../../base/assertNever.ts';
import { freeSegmentId } from '../../model/freeSegmentId.ts';
import { freeSegmentName } from '../../model/freeSegmentName.ts';
import { moveSegment } from '../../model/moveSegment.ts';
import { segmentation as segmentationSchema } from '../../model/segmentation.ts';
import type { SegmentDefinition, Segmentation } from '../../model/segmentation.ts';
import { parseRule } from '../parseRule.ts';
import { joinRules, withoutRules } from './joinRules.ts';
import type { Repair, SubtractStep } from './Repair.ts';
import { writeOut } from './writeOut.ts';

export type Repaired =
	| { readonly kind: 'repaired'; readonly segmentation: Segmentation }
	/** One sentence that says what to do. */
	| { readonly kind: 'refused'; readonly reason: string };

/** The segmentation after a repair. Rules that refer to a segment that changes keep their meaning: it is written out in them. */
export function applyRepair(segmentation: Segmentation, repair: Repair): Repaired {
	const touched = idsOf(repair);
	const segments = touched.flatMap((id) => segmentation.segments.find((segment) => segment.id === id) ?? []);
	if (segments.length < touched.length) {
		return refused('A segment of this repair is not there any more.');
	}
	const unreadable = segments.find(({ rule }) => parseRule(rule).rule === null);
	if (unreadable && repair.kind !== 'move' && repair.kind !== 'remove') {
		return refused(`The rule of “${unreadable.name}” cannot be read. Mend it first.`);
	}
	const changed = changedBy(segmentation, repair);
	if (changed === null) {
		return refused('The rules refer to each other in a circle. Mend that first.');
	}
	const checked = segmentationSchema.safeParse(changed);
	return checked.success
		? { kind: 'repaired', segmentation: checked.data }
		: refused('The rules would become too long. Make custom fields of conditions that come up in several of them.');
}

function changedBy(segmentation: Segmentation, repair: Repair): Segmentation | null {
	switch (repair.kind) {
		case 'move': {
			const from = segmentation.segments.findIndex(({ id }) => id === repair.id);
			const to = segmentation.segments.findIndex(({ id }) => id === repair.before);
			return moveSegment(segmentation, repair.id, from < to ? to - 1 : to);
		}
		case 'subtract': {
			const ids = repair.steps.map(({ id }) => id);
			const written = writeOut(segmentation, ids);
			return written && subtracted(written, repair.steps);
		}
		case 'merge': {
			const written = writeOut(segmentation, [repair.first, repair.second]);
			return written && merged(written, repair.first, repair.second);
		}
		case 'split': {
			const written = writeOut(segmentation, [repair.first, repair.second]);
			return written && split(written, repair.first, repair.second);
		}
		case 'remove': {
			const written = writeOut(segmentation, [repair.id]);
			return written && { ...written, segments: written.segments.filter(({ id }) => id !== repair.id) };
		}
		default:
			return assertNever(repair);
	}
}

function subtracted(segmentation: Segmentation, steps: readonly SubtractStep[]): Segmentation {
	const rules = new Map(segmentation.segments.map(({ id, rule }) => [id, rule]));
	return withRules(segmentation, (segment) => {
		const without = steps.flatMap((step) => (step.id === segment.id ? step.without : []));
		return without.length === 0
			? segment.rule
			: withoutRules(
					segment.rule,
					without.flatMap((id) => rules.get(id) ?? []),
				);
	});
}

function merged(segmentation: Segmentation, first: string, second: string): Segmentation {
	const [a, b] = [ruleOf(segmentation, first), ruleOf(segmentation, second)];
	const joined = withRules(segmentation, ({ id, rule }) => (id === first ? joinRules('or', [a, b]) : rule));
	return { ...joined, segments: joined.segments.filter(({ id }) => id !== second) };
}

function split(segmentation: Segmentation, first: string, second: string): Segmentation {
	const [a, b] = [ruleOf(segmentation, first), ruleOf(segmentation, second)];
	const name = freeSegmentName(segmentation, nameOfBoth(segmentation, first, second));
	const both: SegmentDefinition = { id: freeSegmentId(segmentation, name), name, rule: joinRules('and', [a, b]) };
	const narrowed = withRules(segmentation, ({ id, rule }) =>
		id === first ? withoutRules(a, [b]) : id === second ? withoutRules(b, [a]) : rule,
	);
	const place = narrowed.segments.findIndex(({ id }) => id === first || id === second);
	return { ...narrowed, segments: narrowed.segments.toSpliced(place, 0, both) };
}

function nameOfBoth({ segments }: Segmentation, ...ids: readonly string[]): string {
	const names = ids.map((id) => segments.find((segment) => segment.id === id)?.name ?? id);
	return names.map((name) => name.slice(0, 50)).join(' and ');
}

function withRules(segmentation: Segmentation, ruleFor: (segment: SegmentDefinition) => string): Segmentation {
	return { ...segmentation, segments: segmentation.segments.map((entry) => ({ ...entry, rule: ruleFor(entry) })) };
}

function ruleOf({ segments }: Segmentation, id: string): string {
	return segments.find((segment) => segment.id === id)?.rule ?? '';
}

function idsOf(repair: Repair): readonly string[] {
	switch (repair.kind) {
		case 'move':
			return [repair.id, repair.before];
		case 'subtract':
			return [...new Set(repair.steps.flatMap(({ id, without }) => [id, ...without]))];
		case 'merge':
		case 'split':
			return [repair.first, repair.second];
		case 'remove':
			return [repair.id];
		default:
			return assertNever(repair);
	}
}

function refused(reason: string): Repaired {
	return { kind: 'refused', reason };
}
