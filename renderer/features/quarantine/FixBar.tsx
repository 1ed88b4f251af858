import { useState } from 'react';
import type { FixAction, QuarantineGroup } from '#shared/model/quarantineFix.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useContextKeys } from '../../workbench/useServices.ts';
import { fixChoices, type FixChoice } from './fixChoices.ts';

interface FixBarProps {
	readonly group: QuarantineGroup;
	readonly action: FixAction | null;
	readonly onChange: (action: FixAction | null) => void;
}

/** One fix for all rows of a reason. */
export function FixBar({ group, action, onChange }: FixBarProps) {
	const { isReadOnly } = useContextKeys();
	const choices = fixChoices(group);
	const current = choices.find(({ matches }) => action !== null && matches(action)) ?? null;
	const [choice, setChoice] = useState<FixChoice['id'] | 'none'>(current?.id ?? 'none');
	const [find, setFind] = useState(action?.kind === 'replace' ? action.find : '');
	const [by, setBy] = useState(action?.kind === 'replace' ? action.with : '');

	const replace = (text: string, next: string) => {
		setFind(text);
		setBy(next);
		onChange(text === '' ? null : { kind: 'replace', find: text, with: next });
	};
	const choose = (id: FixChoice['id'] | 'none') => {
		setChoice(id);
		if (id === 'replace') {
			replace(find, by);
		} else {
			onChange(choices.find((entry) => entry.id === id)?.action ?? null);
		}
	};
	return (
		<fieldset className="quarantine-fix" disabled={isReadOnly}>
			<legend className="visually-hidden">Fix for all rows of this reason</legend>
			<Select
				label="For all rows of this reason"
				isInline
				value={choice}
				options={[{ value: 'none', label: 'No fix' }, ...choices.map(({ id, label }) => ({ value: id, label }))]}
				onChange={choose}
			/>
			{choice === 'replace' && (
				<>
					<TextField
						label="Text to replace"
						isLabelHidden
						placeholder="Text to replace"
						value={find}
						onChange={(event) => replace(event.target.value, by)}
					/>
					<TextField
						label="Replace it by"
						isLabelHidden
						placeholder="By (nothing removes it)"
						value={by}
						onChange={(event) => replace(find, event.target.value)}
					/>
				</>
			)}
		</fieldset>
	);
}
