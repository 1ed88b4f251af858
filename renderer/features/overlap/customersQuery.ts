import { matchQuery, type MatchQuery } from '#shared/model/segmentOverlap.ts';
import type { ViewParams } from '../../workbench/contribution.ts';

/** What the tab with customers shows, as its parameters, which are stored with the layout. */
export function customersParams(query: Partial<MatchQuery>, title: string): ViewParams {
	const whole: MatchQuery = { matching: [], notMatching: [], takenBy: null, ...query };
	return { query: JSON.stringify(whole), title };
}

/** null for parameters that cannot be read. */
export function queryOf({ query }: ViewParams): MatchQuery | null {
	try {
		const parsed = matchQuery.safeParse(JSON.parse(typeof query === 'string' ? query : ''));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
