import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';

interface SettingTextProps<T> {
	readonly label: string;
	readonly isLabelHidden?: boolean;
	readonly type: 'text' | 'number' | 'date';
	/** The setting as it stands. */
	readonly value: string;
	readonly hint: string;
	/** Reads what was typed; null when it cannot be read. */
	readonly read: (text: string) => { readonly value: T } | null;
	/** Said when it cannot be read. */
	readonly problem: string;
	readonly onCommit: (value: T) => void;
}

/** A setting that is typed: taken over on Enter or when the field is left, once it can be read. */
export function SettingText<T>(props: SettingTextProps<T>) {
	const { label, isLabelHidden = false, type, value, hint, read, problem, onCommit } = props;
	const [typed, setTyped] = useState<string | null>(null);
	const text = typed ?? value;
	const reading = read(text.trim());
	const commit = () => {
		if (typed !== null && typed !== value && reading) {
			onCommit(reading.value);
		}
		if (reading) {
			setTyped(null);
		}
	};
	return (
		<TextField
			label={label}
			isLabelHidden={isLabelHidden}
			type={type}
			value={text}
			hint={hint}
			error={reading ? null : problem}
			onChange={(event) => setTyped(event.target.value)}
			onBlur={commit}
			onKeyDown={(event) => event.key === 'Enter' && commit()}
		/>
	);
}
