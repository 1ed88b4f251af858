import { useState } from 'react';
import '../../../ui/Field.css';

interface DraftInputProps<Value> {
	readonly label: string;
	/** As it is written; empty where nothing is chosen yet. */
	readonly text: string;
	/** What a text means, or null while it means nothing. */
	readonly read: (text: string) => Value | null;
	/** What to write, said while the text means nothing. */
	readonly advice: string;
	readonly className?: string;
	readonly placeholder?: string;
	readonly isReadOnly: boolean;
	readonly onChange: (value: Value) => void;
	readonly onDone: () => void;
}

/** A text box whose value counts as soon as it can be read, and which leaves the text alone while somebody types in it. */
export function DraftInput<Value>(props: DraftInputProps<Value>) {
	const [draft, setDraft] = useState<string | null>(null);
	const shown = draft ?? props.text;
	const isWrong = draft !== null && draft.trim() !== '' && props.read(draft.trim()) === null;
	return (
		<input
			className={`text-input ${props.className ?? ''}`}
			aria-label={props.label}
			aria-invalid={isWrong}
			title={isWrong ? props.advice : undefined}
			placeholder={props.placeholder}
			spellCheck={false}
			readOnly={props.isReadOnly}
			value={shown}
			onChange={(event) => {
				setDraft(event.target.value);
				const value = props.read(event.target.value.trim());
				if (value !== null) {
					props.onChange(value);
				}
			}}
			onBlur={() => {
				setDraft(null);
				props.onDone();
			}}
		/>
	);
}
