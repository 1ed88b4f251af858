import { counted } from '#shared/base/counted.ts';
import type { QualityFinding } from '#shared/model/tableQuality.ts';
import { isoDate } from '../../columns/cellOf.ts';
import { columnValue } from '../columnValue.ts';
import { finding } from './commonFindings.ts';
import type { ValueFacts } from './ValueFacts.ts';

const MS_PER_DAY = 86_400_000;
const EXAMPLES = 5;
/** Days that programs write where there is no date: the first and last ones they know. */
const PLACEHOLDERS = [
	'0001-01-01',
	'1753-01-01',
	'1899-12-30',
	'1899-12-31',
	'1900-01-01',
	'1901-01-01',
	'1970-01-01',
	'1980-01-01',
	'2999-12-31',
	'9999-12-31',
];
const BIRTH = /birth|geburt|naissance|nacimiento|\bdob\b/i;
/** Before any shop or mailing whose export somebody imports now. */
const EARLIEST = '1990-01-01';
const EARLIEST_BIRTH = '1905-01-01';

/** Days in the future, days before there was anything to record, and days that stand for no date. */
export function dateFindings({ column, table, values }: ValueFacts): QualityFinding[] {
	const { name, storage } = column;
	const unit = storage.kind === 'date' ? 1 : MS_PER_DAY;
	const stored = (iso: string) => (Date.parse(iso) / MS_PER_DAY) * unit;
	const found: QualityFinding[] = [];
	const placeholders = PLACEHOLDERS.filter((iso) => values.below(stored(iso) + 1) > values.below(stored(iso)));
	const placeholderRows = placeholders.reduce(
		(sum, iso) => sum + values.below(stored(iso) + 1) - values.below(stored(iso)),
		0,
	);
	if (placeholderRows > 0) {
		found.push({
			...finding(
				'warning',
				'quality.placeholder',
				name,
				placeholderRows,
				`${placeholders.join(' and ')} in "${name}" of ${table.name} probably ${placeholders.length === 1 ? 'stands' : 'stand'} for no date: ${counted(placeholderRows, 'row')}.`,
			),
			examples: placeholders,
			filter: {
				kind: 'equals',
				column: name,
				values: placeholders.map((iso) => (storage.kind === 'date' ? iso : `${iso}T00:00:00Z`)),
			},
		});
	}
	const tomorrow = (table.today + 1) * unit;
	const future = values.length - values.below(tomorrow);
	if (future > 0) {
		found.push({
			...finding(
				'warning',
				'quality.future',
				name,
				future,
				`In the future in "${name}" of ${table.name}: ${counted(future, 'row')} after ${isoDate(table.today)}.`,
			),
			examples: examples(values.length - 1, -1, future),
			filter: {
				kind: 'outside',
				column: name,
				below: null,
				above: storage.kind === 'date' ? isoDate(table.today) : `${isoDate(table.today)}T23:59:59.999Z`,
			},
		});
	}
	const earliest = BIRTH.test(name) ? EARLIEST_BIRTH : EARLIEST;
	const early = values.below(stored(earliest));
	if (early > 0) {
		found.push({
			...finding(
				'warning',
				'quality.early',
				name,
				early,
				`Before ${earliest} in "${name}" of ${table.name}: ${counted(early, 'row')}.`,
			),
			examples: examples(0, 1, early),
			filter: { kind: 'outside', column: name, below: earliest, above: null },
		});
	}
	return found;

	function examples(rank: number, step: number, count: number) {
		const ranks = Array.from({ length: Math.min(EXAMPLES, count) }, (_, index) => rank + index * step);
		return [...new Set(ranks.map((at) => values.at(at)))].map((value) => columnValue(value, storage));
	}
}
