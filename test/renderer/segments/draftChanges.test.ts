import { freeSegmentName } from '#shared/model/freeSegmentName.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentation as segmentationSchema, type Segmentation } from '#shared/model/segmentation.ts';
import { moveSegment } from '#shared/model/moveSegment.ts';
import {
	addSegment,
	changeSegment,
	duplicateSegment,
	removeSegment,
	renameSegment,
} from '../../../renderer/features/segments/draftChanges.ts';
import { segmentationFixture } from '../../support/analysisFixture.ts';

const ids = (draft: Segmentation) => draft.segments.map(({ id }) => id);

test('a new segment goes last, with an id that can be read in exports', () => {
	const draft = addSegment(segmentationFixture, { name: 'Küche & Bad (2024)', rule: '' });
	expect(draft.segments.at(-1)).toEqual({ id: 'kuche-bad-2024', name: 'Küche & Bad (2024)', rule: '' });
});

test('ids never clash, also with the id of the remainder', () => {
	const twice = addSegment(addSegment(segmentationFixture, { name: 'New', rule: '' }), { name: 'Remainder', rule: '' });
	expect(ids(twice).slice(-2)).toEqual(['new-2', 'remainder-2']);
});

test('a copy stands right after its original under a free name', () => {
	const once = duplicateSegment(segmentationFixture, 'champions');
	const twice = duplicateSegment(once, 'champions');
	expect(twice.segments.slice(0, 3).map(({ name }) => name)).toEqual([
		'Champions',
		'Champions copy 2',
		'Champions copy',
	]);
	expect(twice.segments[1]?.rule).toBe(twice.segments[0]?.rule);
});

test('moving beyond the ends stops there, and moving nowhere changes nothing', () => {
	expect(ids(moveSegment(segmentationFixture, 'new', -5))).toEqual(['new', 'champions', 'loyal', 'at-risk', 'tiny']);
	expect(ids(moveSegment(segmentationFixture, 'new', 99)).at(-1)).toBe('new');
	expect(moveSegment(segmentationFixture, 'champions', -1)).toBe(segmentationFixture);
	expect(moveSegment(segmentationFixture, 'nobody', 0)).toBe(segmentationFixture);
});

test('a change touches one segment only', () => {
	const changed = changeSegment(segmentationFixture, 'loyal', { rule: 'true' });
	expect(changed.segments.filter((segment, index) => segment !== segmentationFixture.segments[index])).toEqual([
		{ id: 'loyal', name: 'Loyal customers', rule: 'true' },
	]);
});

test('names that are taken get the next free number', () => {
	expect(freeSegmentName(segmentationFixture, 'New segment')).toBe('New segment');
	expect(freeSegmentName(segmentationFixture, 'CHAMPIONS')).toBe('CHAMPIONS 2');
});

test('whatever is done in whatever order, the draft stays valid and nothing gets lost on the way', () => {
	const name = fc.string({ minLength: 1, maxLength: 120 });
	const edit = fc.oneof(
		fc.record({ kind: fc.constant('add' as const), name }),
		fc.record({ kind: fc.constant('copy' as const), at: fc.nat(20) }),
		fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), to: fc.integer({ min: -3, max: 25 }) }),
		fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
	);
	fc.assert(
		fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
			let draft = segmentationFixture;
			let expected = draft.segments.length;
			for (const one of edits) {
				const at = 'at' in one ? (draft.segments[one.at % Math.max(1, draft.segments.length)]?.id ?? '') : '';
				switch (one.kind) {
					case 'add':
						draft = addSegment(draft, { name: one.name, rule: '' });
						expected++;
						break;
					case 'copy':
						expected += at === '' ? 0 : 1;
						draft = duplicateSegment(draft, at);
						break;
					case 'move':
						draft = moveSegment(draft, at, one.to);
						break;
					case 'remove':
						expected -= at === '' ? 0 : 1;
						draft = removeSegment(draft, at);
						break;
				}
			}
			expect(segmentationSchema.safeParse(draft).error).toBeUndefined();
			expect(draft.segments.length).toBe(expected);
		}),
		{ seed: 20260331, numRuns: 200 },
	);
});

test('rules go on naming a segment that gets another name, unless that is the name of another', () => {
	const named = (name: string, rule: string) => ({ id: name.toLowerCase(), name, rule });
	const draft = {
		...segmentationFixture,
		segments: [named('Old', 'age > 60'), named('Rich', "not segment('Old') and revenue > 100")],
		exclusions: [named('Staff', "segment( 'Old' ) and email is null")],
	};
	const renamed = renameSegment(draft, 'old', "Grand'ma");
	expect(renamed.segments.map(({ rule }) => rule)).toEqual(['age > 60', "not segment('Grand''ma') and revenue > 100"]);
	expect(renamed.exclusions[0]!.rule).toBe("segment( 'Grand''ma' ) and email is null");
	expect(renameSegment(draft, 'old', 'Rich').segments.map(({ name, rule }) => [name, rule])).toEqual([
		['Rich', 'age > 60'],
		['Rich', "not segment('Old') and revenue > 100"],
	]);
});
