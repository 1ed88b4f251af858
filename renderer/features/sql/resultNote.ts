import { counted } from '#shared/base/counted.ts';
import { format } from '../../ui/format.ts';
import type { SqlResultRows } from './sqlState.ts';

/** `1,204 rows in 85 ms`, or `First 10,000 rows of more, in 1.2 s`. */
export function resultNote({
	count,
	hasMore,
	durationMs,
}: Pick<SqlResultRows, 'count' | 'hasMore' | 'durationMs'>): string {
	const time = format.duration(durationMs);
	return hasMore ? `First ${counted(count, 'row')} of more, in ${time}` : `${counted(count, 'row')} in ${time}`;
}
