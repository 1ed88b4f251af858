import { useCallback } from 'react';
import type { DescribeField } from '../../engine/useDescribeField.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { typeLabels } from '../typeLabels.ts';
import { FieldSummary } from './FieldSummary.tsx';
import type { HelpField } from './RuleHelp.ts';
import './rules.css';

const TOP_VALUES = 6;

interface FieldHoverProps {
	readonly field: HelpField;
	readonly describe: DescribeField;
}

/** A field under the pointer: what it is, and what values it holds. */
export function FieldHover({ field: { name, type, description, expression }, describe }: FieldHoverProps) {
	const ask = useCallback(
		(signal: AbortSignal) => describe(name, { prefix: '', limit: TOP_VALUES }, signal),
		[describe, name],
	);
	const { value, error } = useLatest(ask);
	return (
		<div className="rule-hover">
			<div className="rule-hover-head">
				<strong className="rule-hover-title">{name}</strong>
				<span className="rule-hover-note">{typeLabels[value?.type ?? type]}</span>
			</div>
			{description !== undefined && description !== '' && <p>{description}</p>}
			{expression !== null && <code>{expression}</code>}
			{value && <FieldSummary facts={value} />}
			{!value && (error ? <p>{error.message}</p> : <p className="rule-hover-note">Counting values …</p>)}
		</div>
	);
}
