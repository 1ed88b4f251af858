import { counted } from '#shared/base/counted.ts';
import type { QualityFinding } from '#shared/model/tableQuality.ts';
import type { QualityColumn, QualityInput } from '../QualityInput.ts';
import type { TextCounter } from '../TextCounter.ts';
import { finding } from './commonFindings.ts';

const MAX_LOOKED_AT = 2000;
/** Labels of an arm column are words such as "test", which name no customer. */
const ARM = 'arm';
const CURRENCY_NAME = /currency|wa(?:e|̈)?hrung|währung|devise|moneda|divisa/i;
const CURRENCY_CODE = /^[A-Z]{3}$/;
const AMOUNT_WITH_UNIT = /^[+-]?[\d.,'’\s]*\d\s*(\p{L}{1,5}|[€$£¥%])$|^([€$£¥]|[A-Z]{3})\s*[+-]?\d[\d.,'’\s]*$/u;

/** Test customers, words that stand for no value, and amounts of several currencies or units in one column. */
export function textFindings(column: QualityColumn, table: QualityInput, counter: TextCounter): QualityFinding[] {
	const { name, part } = column;
	const { test, placeholder } = counter.suspicious;
	const found: QualityFinding[] = [];
	const isAboutPeople = table.role === 'customers' || test.examples.some((text) => text.includes('@'));
	if (test.rows > 0 && isAboutPeople && part?.id !== ARM) {
		found.push({
			...finding(
				'warning',
				'quality.test-customers',
				name,
				test.rows,
				`Test customers by "${name}" of ${table.name}: ${counted(test.rows, 'row')}, such as ${test.examples.slice(0, 2).join(', ')}.`,
			),
			examples: test.examples,
			filter: { kind: 'suspicious', column: name, what: 'test' },
		});
	}
	if (placeholder.rows > 0) {
		found.push({
			...finding(
				'warning',
				'quality.placeholder',
				name,
				placeholder.rows,
				`Words that stand for no value in "${name}" of ${table.name}: ${counted(placeholder.rows, 'row')}, such as ${placeholder.examples.slice(0, 3).join(', ')}.`,
			),
			examples: placeholder.examples,
			filter: { kind: 'suspicious', column: name, what: 'placeholder' },
		});
	}
	const units = unitsOf(name, counter);
	if (units.length > 1) {
		found.push({
			...finding(
				'warning',
				'quality.mixed-units',
				name,
				table.rows - column.nulls,
				`Several currencies or units in "${name}" of ${table.name}: ${units.slice(0, 6).join(', ')}. Amounts of different units do not add up.`,
			),
			examples: units.slice(0, 6),
		});
	}
	return found;
}

/** Distinct units that the values of a column name, the most frequent first; empty where it names none throughout. */
function unitsOf(name: string, counter: TextCounter): string[] {
	const values = counter.values(MAX_LOOKED_AT);
	if (values.length === 0 || !counter.isComplete) {
		return [];
	}
	const isCurrency = CURRENCY_NAME.test(name) && values.every(({ value }) => CURRENCY_CODE.test(value.trim()));
	const rows = new Map<string, number>();
	for (const { value, rows: count } of values) {
		const match = isCurrency ? null : AMOUNT_WITH_UNIT.exec(value.trim());
		const unit = isCurrency ? value.trim() : (match?.[1] ?? match?.[2] ?? null);
		if (unit === null) {
			return [];
		}
		rows.set(unit, (rows.get(unit) ?? 0) + count);
	}
	return [...rows].sort((left, right) => right[1] - left[1]).map(([unit]) => unit);
}
