import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';

interface LineCountFieldProps {
	readonly label: string;
	readonly lines: number;
	readonly max: number;
	readonly onChange: (lines: number) => void;
}

/** A number of lines; takes effect on leaving the field or with Enter. Give it a key, so that a new preview fills it anew. */
export function LineCountField({ label, lines, max, onChange }: LineCountFieldProps) {
	const [text, setText] = useState(String(lines));
	const commit = () => {
		const wanted = Number(text);
		if (Number.isInteger(wanted) && wanted >= 0 && wanted <= max) {
			if (wanted !== lines) {
				onChange(wanted);
			}
		} else {
			setText(String(lines));
		}
	};
	return (
		<div className="import-line-count">
			<TextField
				label={label}
				type="number"
				min={0}
				max={max}
				value={text}
				onChange={(event) => setText(event.target.value)}
				onBlur={commit}
				onKeyDown={(event) => {
					if (event.key === 'Enter') {
						commit();
					}
				}}
			/>
		</div>
	);
}
