import { expect, test } from 'vitest';
import { format } from '../../../renderer/ui/format.ts';

const digits = (text: string) => text.replaceAll(/[\s,.\u00a0\u202f']/g, '');

test('sizes and durations have a unit that fits', () => {
	expect([format.bytes(0), format.bytes(999), format.bytes(1500), format.bytes(576e6)].map(digits)).toEqual([
		'0bytes',
		'999bytes',
		'15kB',
		'576MB',
	]);
	expect([format.duration(12), format.duration(2400), format.duration(185_000)].map(digits)).toEqual([
		'12ms',
		'24s',
		'3min5s',
	]);
});
