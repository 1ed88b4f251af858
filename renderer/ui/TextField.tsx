import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import './Field.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
	readonly label: string;
	readonly isLabelHidden?: boolean;
	readonly hint?: ReactNode;
	/** The sentence that says what is wrong; null while all is well. */
	readonly error?: string | null;
	readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({ label, isLabelHidden = false, hint, error = null, ...rest }: TextFieldProps) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
				{label}
			</label>
			<input
				id={id}
				className="text-input"
				aria-invalid={error !== null}
				aria-describedby={hint || error ? `${id}-note` : undefined}
				{...rest}
			/>
			{(error ?? hint) && (
				<span id={`${id}-note`} className={error ? 'field-error' : 'field-hint'}>
					{error ?? hint}
				</span>
			)}
		</div>
	);
}
