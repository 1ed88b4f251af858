import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { DraftStore } from '../../../renderer/engine/DraftStore.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const project: Segmentation = {
	segments: [],
	remainder: 'Everyone else',
	mode: 'waterfall',
	exclusions: [],
	customFields: [],
};
const rename = (remainder: string) => (draft: Segmentation) => ({ ...draft, remainder });

/** A store whose writes end when the test says so. */
function setUp() {
	const writes: { draft: Segmentation; label: string; end(): void; fail(error: Error): void }[] = [];
	const errors: unknown[] = [];
	const store = new DraftStore(
		(draft, label) =>
			new Promise((resolve, reject) => {
				writes.push({ draft, label, end: resolve, fail: reject });
			}),
		(error) => errors.push(error),
	);
	store.reset(project);
	const seen = () => writes.map(({ draft, label }) => [draft.remainder, label]);
	return { store, writes, errors, seen };
}

test('an edit shows at once and is written after a pause, as one step', async () => {
	const { store, seen } = setUp();
	store.update(rename('O'), 'Rename remainder');
	await vi.advanceTimersByTimeAsync(400);
	store.update(rename('Others'), 'Rename remainder');
	expect(store.state.get().remainder).toBe('Others');
	await vi.advanceTimersByTimeAsync(599);
	expect(seen()).toEqual([]);
	await vi.advanceTimersByTimeAsync(1);
	expect(seen()).toEqual([['Others', 'Rename remainder']]);
});

test('another kind of edit writes the earlier one first, so that each can be undone by itself', () => {
	const { store, seen } = setUp();
	store.update(rename('Others'), 'Rename remainder');
	store.update((draft) => ({ ...draft, mode: 'strict' }), 'Change mode');
	expect(seen()).toEqual([['Others', 'Rename remainder']]);
	void store.flush();
	expect(seen()).toEqual([
		['Others', 'Rename remainder'],
		['Others', 'Change mode'],
	]);
});

test('the project is followed when nothing of ours is under way, and not before', async () => {
	const { store, writes } = setUp();
	store.follow({ ...project, remainder: 'From undo' });
	expect(store.state.get().remainder).toBe('From undo');
	store.update(rename('Mine'), 'Rename remainder');
	store.follow({ ...project, remainder: 'Late answer' });
	expect(store.state.get().remainder).toBe('Mine');
	const written = store.flush();
	store.follow({ ...project, remainder: 'Mine' });
	writes[0]?.end();
	await written;
	expect([store.state.get().remainder, store.isUnsaved.get()]).toEqual(['Mine', false]);
});

test('a failed write is reported and kept for the next attempt', async () => {
	const { store, writes, errors, seen } = setUp();
	store.update(rename('Mine'), 'Rename remainder');
	const written = store.flush();
	writes[0]?.fail(new Error('The disk is full.'));
	await written;
	expect([errors.length, store.state.get().remainder, store.isUnsaved.get()]).toEqual([1, 'Mine', true]);
	void store.flush();
	expect(seen()).toEqual([
		['Mine', 'Rename remainder'],
		['Mine', 'Rename remainder'],
	]);
});

test('a draft that is not valid is shown but not written', async () => {
	const { store, seen } = setUp();
	store.update(rename(''), 'Rename remainder');
	await store.flush();
	expect([store.state.get().remainder, seen()]).toEqual(['', []]);
	store.update(rename('Rest'), 'Rename remainder');
	void store.flush();
	expect(seen()).toEqual([['Rest', 'Rename remainder']]);
});

test('an edit that changes nothing is no step', async () => {
	const { store, seen } = setUp();
	store.update(rename(project.remainder), 'Rename remainder');
	await vi.advanceTimersByTimeAsync(2000);
	expect([seen(), store.isUnsaved.get()]).toEqual([[], false]);
});
