import { useState } from 'react';

interface CutFieldsProps {
	readonly label: string;
	readonly values: readonly number[];
	/** How many there must be; null for any number. */
	readonly count: number | null;
	/** Called with rising numbers only. */
	readonly onChange: (values: readonly number[]) => void;
}

/** Numbers separated by spaces or semicolons, in rising order; what cannot be read stays and is marked. */
export function CutFields({ label, values, count, onChange }: CutFieldsProps) {
	const [typed, setTyped] = useState<string | null>(null);
	const error = typed === null ? null : cutsError(typed, count);
	return (
		<label className="field">
			<span className="field-label">{label}</span>
			<input
				className="text-input"
				aria-invalid={error !== null}
				value={typed ?? values.join('  ')}
				onChange={(event) => {
					const text = event.target.value;
					setTyped(text);
					if (cutsError(text, count) === null) {
						onChange(readCuts(text));
					}
				}}
				onBlur={() => error === null && setTyped(null)}
			/>
			{error && <span className="field-error">{error}</span>}
		</label>
	);
}

export function readCuts(text: string): number[] {
	return text
		.split(/[\s;]+/)
		.filter((part) => part !== '')
		.map(Number);
}

/** The sentence that says what is wrong, or null. `count` null allows any number of cuts from 1. */
export function cutsError(text: string, count: number | null): string | null {
	const cuts = readCuts(text);
	if (cuts.some((cut) => !Number.isFinite(cut))) {
		return 'Write numbers, with a point for decimals and a space between two.';
	}
	if (cuts.some((cut, index) => index > 0 && cut <= cuts[index - 1]!)) {
		return 'Each number must be greater than the one before.';
	}
	if (count !== null && cuts.length !== count) {
		return `Write ${count} numbers.`;
	}
	return cuts.length === 0 ? 'Write at least one number.' : null;
}
