import { useCallback } from 'react';
import type { Result } from '#shared/protocol/methods.ts';
import { useDataKey } from './useDataKey.ts';
import { useDraftPart } from './useDraft.ts';
import { useEngine } from './useEngine.ts';

export type DescribeField = (
	field: string,
	wanted: { readonly prefix: string; readonly limit: number },
	signal: AbortSignal,
) => Promise<Result<'segments.describeField'>>;

/**
 * Asks the engine what values a field holds; another function when the answers may have changed. Custom fields are known where
 * `withCustom` says so, and every change of the draft then counts as one.
 */
export function useDescribeField(withCustom: boolean): DescribeField {
	const { call } = useEngine();
	const data = useDataKey();
	const definitions = useDraftPart((draft) => (withCustom ? draft : null));
	return useCallback(
		(field, wanted, signal) => {
			const isCustom = definitions?.customFields.some(({ name }) => name === field) ?? false;
			const segmentation = isCustom && definitions ? { segmentation: definitions } : {};
			return call('segments.describeField', { field, ...wanted, ...segmentation }, { signal });
		},
		// The values follow from the data, too.
		// oxlint-disable-next-line react/exhaustive-deps
		[call, definitions, data],
	);
}
