import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProjectState } from '#shared/model/projectState.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { ProofStore } from '../../../renderer/engine/ProofStore.ts';
import { proof } from '../overlap/overlapFixture.ts';

const project = { path: '/p.tranche', customers: 4, asOf: '2026-01-01', tables: [] } as unknown as ProjectState;
const withRule = (rule: string, description = ''): Segmentation => ({
	...emptySegmentation,
	segments: [{ id: 'a', name: 'A', rule, description }],
});

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('rules are proved after a pause, latest-only, and not again for what changes no rule', async () => {
	const asked: { readonly rule: string; readonly signal: AbortSignal }[] = [];
	const store = new ProofStore((draft, signal) => {
		asked.push({ rule: draft.segments[0]!.rule, signal });
		return asked.length === 1 ? new Promise(() => undefined) : Promise.resolve(proof);
	});
	store.follow(project, withRule('a > 1'));
	store.follow(project, withRule('a > 2'));
	expect(asked).toEqual([]);
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked.map(({ rule }) => rule)).toEqual(['a > 2']);
	store.follow(project, withRule('a > 2', 'Agreed with sales'));
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked).toHaveLength(1);
	store.follow(project, withRule('a > 3'));
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked.map(({ rule, signal }) => [rule, signal.aborted])).toEqual([
		['a > 2', true],
		['a > 3', false],
	]);
	expect(store.query.state.get().value).toBe(proof);
	store.follow(null, withRule('a > 3'));
	expect(store.query.state.get().value).toBeNull();
});
