import { useEffect, useRef, useState } from 'react';

export interface NameFieldProps {
	readonly label: string;
	readonly value: string;
	readonly isReadOnly: boolean;
	/** Takes the keyboard and selects the text once it turns true. */
	readonly isRevealed?: boolean;
	readonly onChange: (value: string) => void;
}

/** A name edited in place. An empty one is not passed on, and leaving it brings the last one back. */
export function NameField({ label, value, isReadOnly, isRevealed = false, onChange }: NameFieldProps) {
	const input = useRef<HTMLInputElement>(null);
	const [typed, setTyped] = useState<string | null>(null);
	useEffect(() => {
		if (isRevealed) {
			input.current?.focus();
			input.current?.select();
			input.current?.scrollIntoView({ block: 'nearest' });
		}
	}, [isRevealed]);
	return (
		<input
			ref={input}
			className="segment-name"
			aria-label={label}
			aria-invalid={typed === ''}
			value={typed ?? value}
			maxLength={120}
			readOnly={isReadOnly}
			spellCheck={false}
			title={value}
			onChange={(event) => {
				const next = event.target.value;
				setTyped(next.trim() === '' ? '' : null);
				if (next.trim() !== '') {
					onChange(next);
				}
			}}
			onBlur={() => setTyped(null)}
		/>
	);
}
