import { dayOfIso } from '#shared/rules/calendar.ts';
import type { Condition, ConditionValue } from '#shared/rules/conditions/ConditionTree.ts';
import { dayOfValue, valueOfDay } from '#shared/rules/conditions/dateValue.ts';
import { useConditions } from './ConditionsContext.ts';
import { DateInput } from './DateInput.tsx';
import { HistogramSlider, type HistogramMark } from './HistogramSlider.tsx';
import {
	axisValue,
	histogramScale,
	placeOf,
	plainDigits,
	writeAxisValue,
	type HistogramScale,
} from './histogramScale.ts';
import { NumberInput } from './NumberInput.tsx';
import { useFieldFacts } from '../../../engine/useFieldFacts.ts';

type OrderedCondition = Extract<Condition, { readonly kind: 'compare' | 'range' }>;

interface OrderedValueProps {
	readonly condition: OrderedCondition;
	readonly isDate: boolean;
	readonly onChange: (condition: OrderedCondition) => void;
}

/** One threshold, or the two ends of a range: exact in boxes, and as handles on the field's distribution. */
export function OrderedValue({ condition, isDate, onChange }: OrderedValueProps) {
	const { asOf, isReadOnly, settle } = useConditions();
	const hasAxis = condition.kind === 'range' || (condition.operator !== '=' && condition.operator !== '!=');
	const { value: facts } = useFieldFacts(hasAxis ? condition.field : null, { prefix: '', limit: 1 });
	const scale = hasAxis && facts ? histogramScale(facts) : null;
	const asOfDay = (asOf === null ? null : dayOfIso(asOf.slice(0, 10))) ?? 0;
	const ends = endsOf(condition);
	const Input = isDate ? DateInput : NumberInput;
	const marks = scale ? marksOf(condition, scale, axisValue(facts?.median), asOfDay) : [];
	return (
		<div className="condition-ordered">
			{ends.map(({ label, value }, index) => (
				<span key={label} className="condition-end">
					{index > 0 && <span className="condition-word">and</span>}
					<Input
						label={`${condition.field}: ${label}`}
						value={value}
						onChange={(next) => onChange(withEnd(condition, index, next))}
					/>
				</span>
			))}
			{scale && (
				<HistogramSlider
					label={`Distribution of ${condition.field}`}
					scale={scale}
					marks={marks}
					isInside={(place) => isInside(condition, scale, marks, place)}
					isReadOnly={isReadOnly}
					onMove={(mark, to) => {
						const kept = within(condition, marks, mark, to);
						const value: ConditionValue = isDate
							? valueOfDay(Math.round(kept), ends[mark]?.value ?? null, asOfDay)
							: { kind: 'number', digits: plainDigits(kept) };
						onChange(withEnd(withSuggested(condition, marks, isDate), mark, value));
					}}
					onDone={settle}
				/>
			)}
		</div>
	);
}

interface End {
	readonly label: string;
	readonly value: ConditionValue | null;
}

function endsOf(condition: OrderedCondition): readonly End[] {
	return condition.kind === 'range'
		? [
				{ label: 'from', value: condition.low },
				{ label: 'to', value: condition.high },
			]
		: [{ label: 'value', value: condition.value }];
}

function withEnd(condition: OrderedCondition, end: number, value: ConditionValue): OrderedCondition {
	if (condition.kind === 'compare') {
		return { ...condition, value, written: null };
	}
	return { ...condition, ...(end === 0 ? { low: value } : { high: value }), written: null };
}

/** What is not chosen yet stands at the median, or at the ends of the axis: dragging one end of a range takes the other as it stands. */
function marksOf(
	condition: OrderedCondition,
	scale: HistogramScale,
	median: number | null,
	asOfDay: number,
): readonly HistogramMark[] {
	const last = scale.isPerValue ? scale.to - 1 : scale.to;
	const suggested = condition.kind === 'range' ? [scale.from, last] : [median ?? scale.from];
	return endsOf(condition).map(({ label, value }, index) => {
		const known = value && (value.kind === 'number' ? Number(value.digits) : dayOfValue(value, asOfDay));
		const isBehind =
			condition.kind === 'range' ? index === 1 : condition.operator === '<=' || condition.operator === '>';
		const at = known ?? suggested[index] ?? scale.from;
		const text = known === null ? 'not chosen yet' : writeAxisValue(scale, at);
		return { label: `${condition.field}: ${label}`, value: at, text, isBehind };
	});
}

function withSuggested(
	condition: OrderedCondition,
	marks: readonly HistogramMark[],
	isDate: boolean,
): OrderedCondition {
	return endsOf(condition).reduce<OrderedCondition>((now, { value }, index) => {
		const at = marks[index]?.value ?? 0;
		return value === null
			? withEnd(now, index, isDate ? valueOfDay(Math.round(at), null, 0) : { kind: 'number', digits: plainDigits(at) })
			: now;
	}, condition);
}

/** The ends of a range do not pass each other. */
function within(condition: OrderedCondition, marks: readonly HistogramMark[], mark: number, value: number): number {
	const other = marks[1 - mark];
	if (condition.kind !== 'range' || !other) {
		return value;
	}
	return mark === 0 ? Math.min(value, other.value) : Math.max(value, other.value);
}

function isInside(
	condition: OrderedCondition,
	scale: HistogramScale,
	marks: readonly HistogramMark[],
	place: number,
): boolean {
	const [first = 0, second = 1] = marks.map(({ value, isBehind }) => placeOf(scale, value, isBehind));
	if (condition.kind === 'range') {
		return (place >= first && place <= second) !== condition.isNegated;
	}
	return condition.operator === '<' || condition.operator === '<=' ? place <= first : place >= first;
}
