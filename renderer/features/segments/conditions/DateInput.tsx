import { dayOfIso, isoOfDay } from '#shared/rules/calendar.ts';
import type { AsOfShift, ConditionValue } from '#shared/rules/conditions/ConditionTree.ts';
import { dayOfValue, valueOfDay } from '#shared/rules/conditions/dateValue.ts';
import type { DurationUnit } from '#shared/rules/Rule.ts';
import { Select, type SelectOption } from '../../../ui/Select.tsx';
import { useConditions } from './ConditionsContext.ts';
import { DraftInput } from './DraftInput.tsx';

interface DateInputProps {
	readonly label: string;
	readonly value: ConditionValue | null;
	readonly onChange: (value: ConditionValue) => void;
}

type Mode = 'day' | 'asof' | '-' | '+';

const modes: readonly SelectOption<Mode>[] = [
	{ value: 'day', label: 'the day' },
	{ value: '-', label: 'before as-of' },
	{ value: 'asof', label: 'the as-of date' },
	{ value: '+', label: 'after as-of' },
];
const units: readonly SelectOption<DurationUnit>[] = [
	{ value: 'days', label: 'days' },
	{ value: 'weeks', label: 'weeks' },
	{ value: 'months', label: 'months' },
	{ value: 'years', label: 'years' },
];
const usual: AsOfShift = { operator: '-', digits: '90', unit: 'days' };

/** A date, or a time before or after the as-of date, which moves along with it. */
export function DateInput({ label, value, onChange }: DateInputProps) {
	const { asOf, isReadOnly, settle } = useConditions();
	const asOfDay = (asOf === null ? null : dayOfIso(asOf.slice(0, 10))) ?? 0;
	const mode: Mode = value?.kind === 'asof' ? (value.shift?.operator ?? 'asof') : 'day';
	const shift = (value?.kind === 'asof' ? value.shift : null) ?? usual;
	const changeMode = (next: Mode) => {
		const day = value === null ? null : dayOfValue(value, asOfDay);
		if (next === 'day') {
			onChange({ kind: 'text', value: isoOfDay(day ?? asOfDay) });
		} else if (next === 'asof') {
			onChange({ kind: 'asof', shift: null });
		} else {
			const moved = mode === 'day' && day !== null ? valueOfDay(day, { kind: 'asof', shift: null }, asOfDay) : null;
			const from = moved?.kind === 'asof' && moved.shift?.operator === next ? moved.shift : shift;
			onChange({ kind: 'asof', shift: { ...from, operator: next } });
		}
	};
	const isFixed = value?.kind === 'text' || value?.kind === 'date';
	return (
		<span className="condition-date">
			{(mode === '-' || mode === '+') && (
				<>
					<DraftInput
						label={`${label}: how long`}
						text={shift.digits}
						read={readCount}
						advice="Write a whole number"
						className="condition-count-input number"
						isReadOnly={isReadOnly}
						onChange={(digits) => onChange({ kind: 'asof', shift: { ...shift, digits } })}
						onDone={settle}
					/>
					<Select
						label={`${label}: unit`}
						isLabelHidden
						value={shift.unit}
						options={units}
						disabled={isReadOnly}
						onChange={(unit) => onChange({ kind: 'asof', shift: { ...shift, unit } })}
					/>
				</>
			)}
			<Select
				label={`${label}: kind of date`}
				isLabelHidden
				value={mode}
				options={modes}
				disabled={isReadOnly}
				onChange={changeMode}
			/>
			{mode === 'day' && (
				<input
					type="date"
					className="text-input"
					aria-label={label}
					value={isFixed ? value.value : ''}
					readOnly={isReadOnly}
					onChange={(event) => {
						if (dayOfIso(event.target.value) !== null) {
							onChange({ kind: isFixed ? value.kind : 'text', value: event.target.value });
						}
					}}
					onBlur={settle}
				/>
			)}
		</span>
	);
}

function readCount(text: string): string | null {
	return /^\d{1,5}$/.test(text) ? String(Number(text)) : null;
}
