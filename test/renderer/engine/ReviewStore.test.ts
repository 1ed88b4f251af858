import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProjectState } from '#shared/model/projectState.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { SegmentReview } from '#shared/model/segmentReview.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { ReviewStore } from '../../../renderer/engine/ReviewStore.ts';

const nothing: SegmentReview = {
	checks: [],
	portfolio: { segments: 0, prioritySegments: 0, priorityPeople: 0, priorityRevenue: null, priorityRevenueShare: null },
	problems: [],
	isShiftPending: true,
};
const project: ProjectState = {
	path: '/a.tranche',
	name: 'a',
	isReadOnly: false,
	isSample: false,
	revision: 1,
	tables: [],
	customers: 5,
	asOf: '2026-01-01',
	settings: defaultSettings,
	segmentation: emptySegmentation,
	hasUnsavedVersion: false,
	versions: [],
	fields: [],
	undoLabel: null,
	redoLabel: null,
	problems: [],
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the review is asked for once, when typing has paused', async () => {
	const asked: string[] = [];
	const store = new ReviewStore((draft, _, isPatient) => {
		asked.push(`${draft.remainder} ${isPatient}`);
		return Promise.resolve(nothing);
	});
	for (const remainder of ['O', 'Ot', 'Others']) {
		store.follow(project, { ...emptySegmentation, remainder }, defaultSettings);
		await vi.advanceTimersByTimeAsync(300);
	}
	expect(asked).toEqual([]);
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked).toEqual(['Others false']);
	expect(store.query.state.get().value).toBe(nothing);
	store.follow(project, { ...emptySegmentation, remainder: 'Others' }, defaultSettings);
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked).toHaveLength(1);
	store.askPatiently();
	expect(asked.at(-1)).toBe('Others true');
});

test('without customers there is nothing to review', async () => {
	const store = new ReviewStore(() => Promise.resolve(nothing));
	store.follow(project, emptySegmentation, defaultSettings);
	await vi.advanceTimersByTimeAsync(1000);
	store.follow({ ...project, customers: 0 }, emptySegmentation, defaultSettings);
	expect(store.query.state.get().value).toBeNull();
});
