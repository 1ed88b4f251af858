import { expect, test } from 'vitest';
import { LatestQuery } from '../../../renderer/engine/LatestQuery.ts';

/** Work that ends when the test says so. */
function held<T>() {
	let end: (value: T) => void = () => undefined;
	let fail: (error: Error) => void = () => undefined;
	let signal: AbortSignal | null = null;
	const work = (given: AbortSignal) => {
		signal = given;
		return new Promise<T>((resolve, reject) => {
			end = resolve;
			fail = reject;
		});
	};
	return { work, end: (value: T) => end(value), fail: (error: Error) => fail(error), isAborted: () => signal?.aborted };
}

test('a new question aborts the last, whose late answer goes nowhere', async () => {
	const query = new LatestQuery<string>();
	const first = held<string>();
	const second = held<string>();
	const one = query.ask(first.work);
	const two = query.ask(second.work);
	expect(first.isAborted()).toBe(true);
	second.end('second');
	await two;
	first.end('first');
	await one;
	expect(query.state.get()).toEqual({ value: 'second', isRunning: false, error: null });
});

test('the last answer stays while the next is under way, and when it fails', async () => {
	const query = new LatestQuery<string>();
	await query.ask(() => Promise.resolve('known'));
	const next = held<string>();
	const asked = query.ask(next.work);
	expect(query.state.get()).toEqual({ value: 'known', isRunning: true, error: null });
	const error = new Error('The rule cannot be read.');
	next.fail(error);
	await asked;
	expect(query.state.get()).toEqual({ value: 'known', isRunning: false, error });
});

test('a failure of an aborted question is nobody’s failure', async () => {
	const query = new LatestQuery<string>();
	const first = held<string>();
	const one = query.ask(first.work);
	query.cancel();
	first.fail(new Error('Cancelled.'));
	await one;
	expect(query.state.get()).toEqual({ value: null, isRunning: false, error: null });
});
