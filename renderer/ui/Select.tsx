import { useId, type ReactNode, type SelectHTMLAttributes } from 'react';
import './Field.css';

export interface SelectOption<V extends string> {
	readonly value: V;
	readonly label: string;
}

interface SelectProps<V extends string> extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
	readonly label: string;
	readonly isLabelHidden?: boolean;
	/** Label and box on one line. */
	readonly isInline?: boolean;
	readonly hint?: ReactNode;
	readonly value: V;
	readonly options: readonly SelectOption<V>[];
	readonly onChange: (value: V) => void;
}

export function Select<V extends string>(props: SelectProps<V>) {
	const { label, isLabelHidden = false, isInline = false, hint, value, options, onChange, ...rest } = props;
	const id = useId();
	return (
		<div className={`field ${isInline ? 'field-inline' : ''}`}>
			<label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
				{label}
			</label>
			<select
				id={id}
				className="select-input"
				value={value}
				onChange={(event) => {
					const chosen = options.find((option) => option.value === event.target.value);
					if (chosen) {
						onChange(chosen.value);
					}
				}}
				{...rest}
			>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
			{hint && <span className="field-hint">{hint}</span>}
		</div>
	);
}
