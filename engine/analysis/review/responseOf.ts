import type { NumberRecord } from '#shared/model/numberRecord.ts';
import type { CheckContext } from './CheckContext.ts';

/** The figure that says most about response to campaigns: conversions, else clicks, else opens. Null without any. */
export function responseOf({ number }: Pick<CheckContext, 'number'>): NumberRecord | null {
	const records = ['conversion_rate', 'click_rate', 'open_rate'].flatMap((name) => number(name) ?? []);
	return records.find(({ value }) => value !== null) ?? null;
}
