import { useMemo } from 'react';
import type { Result } from '#shared/protocol/methods.ts';
import { useDescribeField } from './useDescribeField.ts';
import { useDraftPart } from './useDraft.ts';
import { useLatest, type Latest } from './useLatest.ts';

export type FieldDescription = Result<'segments.describeField'>;

export interface WantedFacts {
	/** Values that begin so, whatever their case. */
	readonly prefix: string;
	/** Most frequent values to list. */
	readonly limit: number;
}

/** What values a field holds, kept up with the data, the date and the definitions of the draft. Null asks nothing. */
export function useFieldFacts(field: string | null, { prefix, limit }: WantedFacts): Latest<FieldDescription> {
	const isCustom = useDraftPart(({ customFields }) => customFields.some(({ name }) => name === field));
	const describe = useDescribeField(isCustom);
	const ask = useMemo(
		() => (field === null ? null : (signal: AbortSignal) => describe(field, { prefix, limit }, signal)),
		[describe, field, prefix, limit],
	);
	return useLatest(ask);
}
