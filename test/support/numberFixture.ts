import type { NumberRecord } from '#shared/model/numberRecord.ts';

/** A complete record for tests of screens and charts; what a test is about, it states itself. */
export function numberFixture(given: Partial<NumberRecord> & Pick<NumberRecord, 'metric' | 'segment'>): NumberRecord {
	return {
		name: given.metric,
		value: null,
		unit: 'share',
		numerator: null,
		denominator: null,
		n: 0,
		interval: null,
		baseline: null,
		difference: null,
		lift: null,
		p: null,
		pAdjusted: null,
		isSignificant: null,
		mde: null,
		arms: null,
		sufficiency: 'enough',
		method: '',
		warnings: [],
		reason: null,
		...given,
	};
}
