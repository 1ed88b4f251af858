import { expect, test } from 'vitest';
import { counted } from '#shared/base/counted.ts';

test('one is singular, everything else is plural', () => {
	expect([counted(1, 'row'), counted(0, 'row'), counted(2, 'entry', 'entries')]).toEqual([
		'1 row',
		'0 rows',
		'2 entries',
	]);
});
