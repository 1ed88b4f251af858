import { counted } from '#shared/base/counted.ts';
import type { QualityFinding } from '#shared/model/tableQuality.ts';
import { columnValue } from '../columnValue.ts';
import { quantile, type OrderedValues } from '../OrderedValues.ts';
import { finding } from './commonFindings.ts';
import { shareText } from './shareText.ts';
import type { ValueFacts } from './ValueFacts.ts';

/** Tukey's outer fences (Exploratory Data Analysis, 1977): 3 interquartile ranges beyond the quartiles. */
const FENCE = 3;
/** Fewer distinct values than this are codes or counts of a few, of which none is an outlier. */
const MIN_DISTINCT = 10;
const EXAMPLES = 5;
/** Whole numbers that programs and people put where there is no value. */
const PLACEHOLDERS = [-9999, -999, -99, -1, 9999, 99_999, 999_999, 9_999_999, 99_999_999, 999_999_999];
const AMOUNT_PARTS = ['revenue', 'cost', 'quantity', 'amount', 'price'];
const AMOUNT_NAME =
	/price|amount|revenue|total|sales|cost|preis|betrag|umsatz|kosten|montant|prix|importe|precio|quantity|menge/i;
const ID_PARTS = ['customer_id', 'order_id'];
const ID_NAME = /(?:^|[_ -])(?:id|nr|no|number|nummer|code|key|zip|plz|postcode|phone|telefon|year|jahr)$/i;

/** Amounts that cannot be, values far from all others, and numbers that stand for no value. */
export function numberFindings(facts: ValueFacts): QualityFinding[] {
	const { column, table, values } = facts;
	const { name, part, storage } = column;
	const unit = 10 ** storage.scale;
	const found: QualityFinding[] = [];
	const isAmount = part === null ? AMOUNT_NAME.test(name) : AMOUNT_PARTS.includes(part.id);
	const negatives = values.below(0);
	if (isAmount && negatives > 0) {
		found.push({
			...finding(
				'warning',
				'quality.negative',
				name,
				negatives,
				`Negative values in "${name}" of ${table.name}: ${counted(negatives, 'row')} (${shareText(negatives / values.length)}). Returns and corrections are often booked so; then they belong there.`,
			),
			examples: examplesOf(values, 0, negatives, column.storage),
			filter: { kind: 'outside', column: name, below: 0, above: null },
		});
	}
	const zeros = values.below(storage.isExact ? 1 : Number.MIN_VALUE) - negatives;
	if (isAmount && zeros > 0) {
		found.push({
			...finding(
				'info',
				'quality.zero',
				name,
				zeros,
				`An amount of 0 in "${name}" of ${table.name}: ${counted(zeros, 'row')} (${shareText(zeros / values.length)}).`,
			),
			filter: { kind: 'equals', column: name, values: [0] },
		});
	}
	const isId = part === null ? ID_NAME.test(name) : ID_PARTS.includes(part.id);
	const fences = isId || facts.distinct <= MIN_DISTINCT ? null : outerFences(values);
	if (fences !== null) {
		const low = values.below(fences.low);
		const high = values.length - values.below(nextAbove(fences.high, storage.isExact));
		if (low + high > 0) {
			const [from, to] = [fences.low / unit, fences.high / unit];
			found.push({
				...finding(
					'info',
					'quality.outliers',
					name,
					low + high,
					`Far from all others in "${name}" of ${table.name}: ${counted(low + high, 'row')} (${shareText((low + high) / values.length)}) ${[low > 0 ? `below ${round(from)}` : '', high > 0 ? `above ${round(to)}` : ''].filter(Boolean).join(' or ')}, which is 3 interquartile ranges beyond the quartiles.`,
				),
				examples: [
					...examplesOf(values, values.length - Math.min(high, 3), values.length, storage).toReversed(),
					...examplesOf(values, 0, Math.min(low, 2), storage),
				],
				filter: { kind: 'outside', column: name, below: from, above: to },
			});
		}
		const placeholders = PLACEHOLDERS.filter((value) => {
			const stored = value * unit;
			const rows = values.below(nextAbove(stored, storage.isExact)) - values.below(stored);
			const isLone = value === -1 ? negatives === rows : stored < fences.low || stored > fences.high;
			return rows > 1 && isLone;
		});
		const rows = placeholders.reduce(
			(sum, value) => sum + values.below(nextAbove(value * unit, storage.isExact)) - values.below(value * unit),
			0,
		);
		if (rows > 0) {
			found.push({
				...finding(
					'warning',
					'quality.placeholder',
					name,
					rows,
					`${placeholders.join(' and ')} in "${name}" of ${table.name} probably ${placeholders.length === 1 ? 'stands' : 'stand'} for no value: ${counted(rows, 'row')}.`,
				),
				examples: placeholders,
				filter: { kind: 'equals', column: name, values: placeholders },
			});
		}
	}
	return found;
}

/** Null where half of the values are the same, so that there is no spread to go by. */
export function outerFences(values: OrderedValues): { readonly low: number; readonly high: number } | null {
	const [first, third] = [quantile(values, 0.25), quantile(values, 0.75)];
	if (first === null || third === null || third <= first) {
		return null;
	}
	const reach = FENCE * (third - first);
	return { low: first - reach, high: third + reach };
}

/** The smallest stored value that is above a limit. */
function nextAbove(limit: number, isWhole: boolean): number {
	return isWhole ? Math.floor(limit) + 1 : limit + Math.max(Number.MIN_VALUE, Math.abs(limit) * Number.EPSILON);
}

function examplesOf(values: OrderedValues, from: number, to: number, storage: ValueFacts['column']['storage']) {
	const ranks = Array.from({ length: Math.min(EXAMPLES, to - from) }, (_, step) => from + step);
	return [...new Set(ranks.map((rank) => values.at(rank)))].map((stored) => columnValue(stored, storage));
}

function round(value: number): string {
	return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
