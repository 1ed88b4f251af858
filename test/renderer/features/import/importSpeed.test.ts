import { expect, test } from 'vitest';
import { describeSpeed } from '../../../../renderer/features/import/importSpeed.ts';

const normal = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const speed = { phase: 'Reading', done: 0, total: 600e6, elapsedMs: 10, sizeBytes: 600e6 };

test('speed and time left are guessed only after a while', () => {
	expect(normal(describeSpeed(speed))).toBe('Reading · 0 bytes of 600 MB');
	expect(normal(describeSpeed({ ...speed, done: 200e6, elapsedMs: 1000 }))).toBe(
		'Reading · 200 MB of 600 MB · 200 MB/s · 2 s left',
	);
});

test('a phase that does not count bytes shows no bytes', () => {
	expect(describeSpeed({ ...speed, phase: 'Clustering', done: 3, total: 9, elapsedMs: 5000 })).toBe('Clustering');
});
