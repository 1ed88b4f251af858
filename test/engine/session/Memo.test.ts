import { expect, test } from 'vitest';
import { Memo } from '../../../engine/session/Memo.ts';

test('a build under way is shared, the last keys are kept, and the oldest goes', async () => {
	const memo = new Memo<string>(2);
	const built: string[] = [];
	const get = (key: string) =>
		memo.get(key, async () => {
			built.push(key);
			await Promise.resolve();
			return key.toUpperCase();
		});
	expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['A', 'A', 'B']);
	await get('a');
	await get('c');
	await get('a');
	await get('b');
	expect(built).toEqual(['a', 'b', 'c', 'b']);
});

test('a build that fails is tried again', async () => {
	const memo = new Memo<number>(1);
	await expect(memo.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await memo.get('a', () => Promise.resolve(1))).toBe(1);
});
