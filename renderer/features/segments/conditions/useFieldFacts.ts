import { useMemo } from 'react';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { Result } from '#shared/protocol/methods.ts';
import { useDraft } from '../../../engine/useDraft.ts';
import { useEngine } from '../../../engine/useEngine.ts';
import { useLatest, type Latest } from '../../../engine/useLatest.ts';
import { useDataKey } from './useDataKey.ts';

export type FieldDescription = Result<'segments.describeField'>;

interface Wanted {
	/** Values that begin so, whatever their case. */
	readonly prefix: string;
	/** Most frequent values to list. */
	readonly limit: number;
}

/** What values a field holds; asked again when the data, the date or a custom field's expression changes. Null asks nothing. */
export function useFieldFacts(field: string | null, { prefix, limit }: Wanted): Latest<FieldDescription> {
	const { call } = useEngine();
	const { customFields } = useDraft();
	const data = useDataKey();
	const isCustom = customFields.some(({ name }) => name === field);
	const definitions = useMemo(
		() => (isCustom ? { segmentation: { ...emptySegmentation, customFields } } : {}),
		[isCustom, customFields],
	);
	const ask = useMemo(
		() =>
			field === null || data === null
				? null
				: (signal: AbortSignal) => call('segments.describeField', { field, prefix, limit, ...definitions }, { signal }),
		[call, field, prefix, limit, definitions, data],
	);
	return useLatest(ask);
}
