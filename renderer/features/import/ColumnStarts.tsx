import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';

interface ColumnStartsProps {
	readonly lines: readonly string[];
	/** Characters from 0, ascending, the first one 0. */
	readonly starts: readonly number[];
	readonly onChange: (starts: number[]) => void;
}

const SHOWN_LINES = 8;
const MAX_WIDTH = 400;

/** Where the columns of fixed-width text start: typed as numbers from 1, or clicked in the first lines of the file. */
export function ColumnStarts({ lines, starts, onChange }: ColumnStartsProps) {
	const shown = lines.slice(0, SHOWN_LINES);
	const width = Math.min(MAX_WIDTH, Math.max(1, ...shown.map((line) => line.length)));
	const text = starts.map((start) => start + 1).join(', ');
	const toggle = (at: number) => {
		const next = starts.includes(at) ? starts.filter((start) => start !== at) : [...starts, at];
		onChange([...new Set([0, ...next])].sort((a, b) => a - b));
	};
	return (
		<div className="import-starts">
			<StartsField key={text} text={text} onCommit={onChange} />
			<div className="import-starts-lines" aria-hidden="true">
				{shown.map((line, number) => (
					// The first lines of a file have no key of their own and never move.
					// oxlint-disable-next-line react/no-array-index-key
					<div key={number}>
						{Array.from({ length: width }, (_, at) => (
							<span
								key={at}
								className={at > 0 && starts.includes(at) ? 'import-starts-here' : undefined}
								onClick={() => at > 0 && toggle(at)}
							>
								{line[at] ?? ' '}
							</span>
						))}
					</div>
				))}
			</div>
		</div>
	);
}

function StartsField({ text, onCommit }: { readonly text: string; readonly onCommit: (starts: number[]) => void }) {
	const [typed, setTyped] = useState(text);
	const starts = readStarts(typed);
	const commit = () => {
		if (starts !== null && typed !== text) {
			onCommit(starts);
		}
	};
	return (
		<TextField
			label="Columns start at character"
			value={typed}
			hint="A click between the characters below sets or removes a start."
			error={starts === null ? 'Write whole numbers from 1, such as 1, 9, 30.' : null}
			onChange={(event) => setTyped(event.target.value)}
			onBlur={commit}
			onKeyDown={(event) => event.key === 'Enter' && commit()}
		/>
	);
}

/** Numbers from 1 as starts from 0; null for anything else. */
function readStarts(typed: string): number[] | null {
	const parts = typed.split(/[,;\s]+/).filter((part) => part !== '');
	const numbers = parts.map(Number);
	return parts.length > 0 && numbers.every((number) => Number.isInteger(number) && number >= 1)
		? [...new Set([0, ...numbers.map((number) => number - 1)])].sort((a, b) => a - b)
		: null;
}
