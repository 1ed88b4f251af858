import { useFieldFacts } from '../../engine/useFieldFacts.ts';
import { FieldSummary } from '../../ui/rules/FieldSummary.tsx';

const TOP_VALUES = 12;

/** What values a field holds, as of now. */
export function FieldPreview({ field }: { readonly field: string }) {
	const { value, error, isSlow } = useFieldFacts(field, { prefix: '', limit: TOP_VALUES });
	return (
		<div className="fields-preview" aria-busy={isSlow}>
			<h3>Values</h3>
			{error && <p className="fields-note">{error.message}</p>}
			{!error && value && <FieldSummary facts={value} />}
			{!error && !value && isSlow && <p className="fields-note">Counting values …</p>}
		</div>
	);
}
