import { expect, it } from 'vitest';
import { booleanColumn } from '../../../engine/frame/frameColumns.ts';
import { reachableField } from '../../../engine/frame/reachableField.ts';
import { categories } from './eventRows.ts';

const flags = (column: ReturnType<typeof reachableField>) => column && [...column.values];

it('counts those who agreed to one channel at least; a missing or unknown answer is no consent', () => {
	const email = categories(['Yes', 'no', null, 'Single opt-in', 'unsubscribed', 'maybe', 'subscribed']);
	const sms = booleanColumn(Uint8Array.from([0, 1, 0, 0, 0, 0, 0]));
	expect(flags(reachableField({ consents: [email], email: null }, 7))).toEqual([1, 0, 0, 1, 0, 0, 1]);
	expect(flags(reachableField({ consents: [email, sms], email: null }, 7))).toEqual([1, 1, 0, 1, 0, 0, 1]);
});

it('takes a known address where the data says nothing of consent, and nothing where there is neither', () => {
	const addresses = categories(['a@x.de', null, 'b@x.de']);
	expect(flags(reachableField({ consents: [], email: addresses }, 3))).toEqual([1, 0, 1]);
	expect(flags(reachableField({ consents: [], email: 'everybody' }, 2))).toEqual([1, 1]);
	expect(reachableField({ consents: [], email: null }, 3)).toBeNull();
});
