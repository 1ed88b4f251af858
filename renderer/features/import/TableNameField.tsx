import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';

interface TableNameFieldProps {
	readonly name: string;
	readonly onCommit: (name: string) => void;
}

export function TableNameField({ name, onCommit }: TableNameFieldProps) {
	const [typed, setTyped] = useState(name);
	const commit = () => {
		if (typed.trim() !== name) {
			onCommit(typed);
		}
	};
	return (
		<TextField
			label="Table name"
			value={typed}
			onChange={(event) => setTyped(event.target.value)}
			onBlur={commit}
			onKeyDown={(event) => event.key === 'Enter' && commit()}
		/>
	);
}
