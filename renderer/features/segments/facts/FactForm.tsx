import { useEffect, useId, useRef } from 'react';
import type { SegmentDefinition } from '#shared/model/segmentation.ts';
import { useDraftActions } from '../../../engine/useDraft.ts';
import { useStore } from '../../../engine/useStore.ts';
import { changeSegment } from '../draftChanges.ts';
import { factChange, factFields, type FactField } from './factFields.ts';
import { factRequest } from './factsState.ts';

export interface FactFormProps {
	readonly segment: SegmentDefinition;
	readonly isReadOnly: boolean;
}

/** What a team agreed about a segment, edited in place. */
export function FactForm({ segment, isReadOnly }: FactFormProps) {
	return (
		<div className="fact-form">
			{factFields.map((field) => (
				<Fact key={field.id} field={field} segment={segment} isReadOnly={isReadOnly} />
			))}
		</div>
	);
}

interface FactProps extends FactFormProps {
	readonly field: FactField;
}

function Fact({ field, segment, isReadOnly }: FactProps) {
	const { updateDraft, flushDraft } = useDraftActions();
	const request = useStore(factRequest);
	const place = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
	const inputId = useId();
	const isWanted = request !== null && request.segmentId === segment.id && request.fact === field.id;
	useEffect(() => {
		if (isWanted) {
			place.current?.focus();
			place.current?.scrollIntoView({ block: 'center' });
			factRequest.set(null);
		}
	}, [isWanted]);
	const { id, label, hint, isLong, maxLength } = field;
	const common = {
		id: inputId,
		ref: place,
		className: 'fact-input',
		value: segment[id] ?? '',
		placeholder: isReadOnly ? '' : hint,
		maxLength,
		readOnly: isReadOnly,
		onChange: (event: { readonly target: { readonly value: string } }) =>
			updateDraft(
				(now) => changeSegment(now, segment.id, factChange(id, event.target.value)),
				`Edit ${label.toLowerCase()} of ${segment.name}`,
			),
		onBlur: flushDraft,
	};
	return (
		<>
			<label htmlFor={inputId}>{label}</label>
			{isLong ? <textarea rows={1} {...common} /> : <input {...common} />}
		</>
	);
}
