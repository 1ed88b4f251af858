import { useEffect, useRef, useState } from 'react';

export interface NameFieldProps {
	readonly label: string;
	readonly value: string;
	readonly isReadOnly: boolean;
	/** Takes the keyboard and selects the text once it turns true. */
	readonly isRevealed?: boolean;
	readonly onChange: (value: string) => void;
}

/**
 * A name edited in place. It takes effect on Enter and on leaving, so that an edit is one step to undo and rules that refer to the name
 * change once. Escape, and leaving it empty, bring the last one back.
 */
export function NameField({ label, value, isReadOnly, isRevealed = false, onChange }: NameFieldProps) {
	const input = useRef<HTMLInputElement>(null);
	const [typed, setTyped] = useState<string | null>(null);
	const take = () => {
		setTyped(null);
		if (typed !== null && typed.trim() !== '' && typed !== value) {
			onChange(typed);
		}
	};
	useTakeWhenGone(take);
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
			aria-invalid={typed?.trim() === ''}
			value={typed ?? value}
			maxLength={120}
			readOnly={isReadOnly}
			spellCheck={false}
			title={typed ?? value}
			onChange={(event) => setTyped(event.target.value)}
			onBlur={take}
			onKeyDown={(event) => {
				if (event.key === 'Enter') {
					take();
				} else if (event.key === 'Escape') {
					setTyped(null);
				}
			}}
		/>
	);
}

/** A field that goes with its tab is not left, so what was typed is taken when it is gone. */
function useTakeWhenGone(take: () => void): void {
	const latest = useRef(take);
	useEffect(() => {
		latest.current = take;
	});
	useEffect(() => () => latest.current(), []);
}
