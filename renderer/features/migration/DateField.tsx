import { useState } from 'react';
import { dayOfIso } from '#shared/rules/calendar.ts';
import { TextField } from '../../ui/TextField.tsx';

interface DateFieldProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
}

/** Years that somebody is still typing. */
const OLDEST = '1900-01-01';

/** A day. What is not yet a date stays in the box and changes nothing. */
export function DateField({ label, value, onChange }: DateFieldProps) {
	const [text, setText] = useState(value);
	const [shown, setShown] = useState(value);
	if (shown !== value) {
		setShown(value);
		setText(value);
	}
	return (
		<TextField
			label={label}
			type="date"
			value={text}
			onChange={({ target }) => {
				setText(target.value);
				if (dayOfIso(target.value) !== null && target.value >= OLDEST) {
					onChange(target.value);
				}
			}}
			onBlur={() => setText(value)}
		/>
	);
}
