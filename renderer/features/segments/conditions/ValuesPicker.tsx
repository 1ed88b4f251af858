import { useState } from 'react';
import type { ConditionValue } from '#shared/rules/conditions/ConditionTree.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { format } from '../../../ui/format.ts';
import { useConditions } from './ConditionsContext.ts';
import { plainDigits } from './histogramScale.ts';
import { Popover } from './Popover.tsx';
import { SearchList, type SearchOption } from './SearchList.tsx';
import { useFieldFacts, type FieldDescription } from '../../../engine/useFieldFacts.ts';

interface ValuesPickerProps {
	readonly field: string;
	readonly isNumber: boolean;
	readonly chosen: readonly ConditionValue[];
	/** Otherwise a value that is picked takes the place of the one before. */
	readonly isMultiple: boolean;
	readonly onChange: (chosen: readonly ConditionValue[]) => void;
}

const LISTED = 100;
const CHIPS = 8;

/** Values of the data with their counts, to choose one or several from; a value that the data does not have can be typed. */
export function ValuesPicker({ field, isNumber, chosen, isMultiple, onChange }: ValuesPickerProps) {
	const { isReadOnly, settle } = useConditions();
	const [isOpen, setOpen] = useState(false);
	const toggle = (value: ConditionValue) => {
		const rest = chosen.filter((one) => keyOf(one) !== keyOf(value));
		onChange(rest.length < chosen.length ? rest : [...chosen, value]);
	};
	return (
		<span className="condition-values">
			{isMultiple &&
				chosen.slice(0, CHIPS).map((value, index) => (
					<span key={`${keyOf(value)} ${index}`} className="condition-chip">
						<span className="condition-chip-text">{textOf(value)}</span>
						{!isReadOnly && (
							<button
								type="button"
								aria-label={`Remove ${textOf(value)}`}
								onClick={() => onChange(chosen.filter((_, position) => position !== index))}
							>
								<Icon name="close" />
							</button>
						)}
					</span>
				))}
			{chosen.length > CHIPS && isMultiple && (
				<span className="condition-word">and {format.count(chosen.length - CHIPS)} more</span>
			)}
			<Popover
				label={`Values of ${field}`}
				triggerClass="condition-pick"
				trigger={
					<>
						<span>{isMultiple ? (chosen.length === 0 ? 'choose values' : 'more') : labelOf(chosen)}</span>
						<Icon name="chevron-down" />
					</>
				}
				triggerLabel={isMultiple ? `Choose values of ${field}` : `Value of ${field}: ${labelOf(chosen)}`}
				isDisabled={isReadOnly}
				isOpen={isOpen}
				onOpen={(isNowOpen) => {
					setOpen(isNowOpen);
					if (!isNowOpen) {
						settle();
					}
				}}
			>
				<ValueList
					field={field}
					isNumber={isNumber}
					chosen={chosen}
					onPick={(value) => {
						if (isMultiple) {
							toggle(value);
						} else {
							setOpen(false);
							onChange([value]);
						}
					}}
				/>
			</Popover>
		</span>
	);
}

interface ValueListProps extends Pick<ValuesPickerProps, 'field' | 'isNumber' | 'chosen'> {
	readonly onPick: (value: ConditionValue) => void;
}

function ValueList({ field, isNumber, chosen, onPick }: ValueListProps) {
	const [query, setQuery] = useState('');
	const { value: facts, isRunning, error } = useFieldFacts(field, { prefix: query.trim(), limit: LISTED });
	const counted = (facts?.top ?? []).map(({ value, count }) => ({
		value: valueOf(String(typeof value === 'number' ? plainDigits(value) : value), isNumber),
		detail: format.count(count),
	}));
	const known = new Set(counted.map(({ value }) => keyOf(value)));
	// What is chosen comes first where the data does not list it, so that it can be taken off; what was typed comes last.
	const unlisted = query === '' ? chosen.filter((value) => !known.has(keyOf(value))) : [];
	const offered = [
		...unlisted.map((value) => ({ value, detail: '' })),
		...counted,
		...typed(query, isNumber, known).map((value) => ({ value, detail: 'as typed' })),
	];
	const chosenKeys = new Set(chosen.map(keyOf));
	const options = offered.map(({ value, detail }): SearchOption => {
		const id = keyOf(value);
		return { id, label: textOf(value), detail, isChosen: chosenKeys.has(id) };
	});
	return (
		<SearchList
			label={`Search values of ${field}`}
			query={query}
			onQuery={setQuery}
			options={options}
			note={error ? error.message : isRunning && !facts ? 'Counting values' : noteOf(facts)}
			onPick={(id) => {
				const picked = offered.find(({ value }) => keyOf(value) === id);
				if (picked) {
					onPick(picked.value);
				}
			}}
		/>
	);
}

function noteOf(facts: FieldDescription | null): string | null {
	const distinct = facts?.distinct ?? 0;
	if (facts && facts.top.length === 0) {
		return 'No value of the data begins like this.';
	}
	return distinct > LISTED
		? `The most frequent of ${format.count(distinct)} values. Type the beginning of others.`
		: null;
}

function typed(query: string, isNumber: boolean, known: ReadonlySet<string>): readonly ConditionValue[] {
	const text = query.trim();
	const value = valueOf(text, isNumber);
	return text === '' || known.has(keyOf(value)) || (isNumber && !/^-?\d+(\.\d+)?$/.test(text)) ? [] : [value];
}

function valueOf(text: string, isNumber: boolean): ConditionValue {
	return isNumber ? { kind: 'number', digits: text } : { kind: 'text', value: text };
}

function keyOf(value: ConditionValue): string {
	return JSON.stringify(value);
}

function labelOf(chosen: readonly ConditionValue[]): string {
	const [value] = chosen;
	return value ? textOf(value) : 'choose a value';
}

function textOf(value: ConditionValue): string {
	const text = value.kind === 'number' ? value.digits : 'value' in value ? String(value.value) : '';
	return text === '' ? '(empty text)' : text;
}
