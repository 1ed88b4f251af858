import { useState } from 'react';
import { readGroups, writeGroups, type ValueGroups } from './valueGroups.ts';

interface ValueGroupsFieldProps {
	readonly field: string;
	/** The values of the field, most frequent first. */
	readonly known: readonly string[];
	readonly groups: ValueGroups;
	readonly onChange: (groups: ValueGroups) => void;
}

/** Groups of values as lines of text; what cannot be read stays and is marked. */
export function ValueGroupsField({ field, known, groups, onChange }: ValueGroupsFieldProps) {
	const [typed, setTyped] = useState<string | null>(null);
	const isWrong = typed !== null && readGroups(typed) === null;
	return (
		<label className="field grid-groups">
			<span className="field-label">{`Groups of ${field}, one a line`}</span>
			<textarea
				className="text-input"
				rows={3}
				aria-invalid={isWrong}
				spellCheck={false}
				value={typed ?? writeGroups(groups)}
				onChange={(event) => {
					setTyped(event.target.value);
					const read = readGroups(event.target.value);
					if (read) {
						onChange(read);
					}
				}}
				onBlur={() => !isWrong && setTyped(null)}
			/>
			<span className={isWrong ? 'field-error' : 'field-hint'}>
				{isWrong
					? 'Write each line as a name, a colon, and values with semicolons between them.'
					: `Name: value; value. Known values: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ' …' : ''}`}
			</span>
		</label>
	);
}
