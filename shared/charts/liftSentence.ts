import type { AnalysisSettings } from '#shared/model/settings.ts';
import { baselineName } from './baselineWords.ts';
import { comparisonSentence, intervalText, magnitude } from './comparisonSentence.ts';
import { formatQuantity, type Quantity } from './formatQuantity.ts';
import type { LiftRow } from './liftRows.ts';

export interface LiftSentenceInput {
	readonly rows: readonly LiftRow[];
	readonly metricLabel: string;
	readonly quantity: Quantity;
	readonly settings: AnalysisSettings;
}

/** What the lift chart shows, in two or three plain sentences that stand above it. */
export function liftSentence({ rows, metricLabel, quantity, settings }: LiftSentenceInput): string {
	const known = rows.filter((row) => row.estimate !== null);
	const first = known[0];
	if (!first?.estimate) {
		return `${metricLabel} cannot be shown: ${lowerFirst(whyNot(rows))}`;
	}
	if (quantity.scale === 'value' && !quantity.isComparison) {
		return valueSentence(known, metricLabel, quantity);
	}
	const kind = first.record.baseline?.kind ?? settings.baseline;
	const certain = known.filter((row) => row.record.isSignificant === true);
	const leading = leader(certain.length > 0 ? certain : known);
	const subject = {
		record: leading.record,
		estimate: leading.estimate ?? first.estimate,
		quantity,
		metricLabel,
		segmentName: leading.name,
	};
	const tested = known.filter((row) => row.record.isSignificant !== null).length;
	const other = kind === 'control' ? 'between treatment and control' : `from ${baselineName(kind)}`;
	const verdict =
		tested === 0
			? 'No test applies to these differences.'
			: certain.length === 0
				? `${missing(leading, quantity)}No segment shows a difference ${other} that chance could not give.`
				: `${certain.length} of ${tested} segments show a difference ${other} beyond chance (${correctionName(settings)}).`;
	const lead =
		quantity.scale === 'value'
			? `${metricLabel} is ${formatQuantity(subject.estimate.value, quantity)} in ${leading.name}${intervalText(subject.estimate, quantity)}`
			: comparisonSentence(subject);
	return `${lead}. ${verdict}`;
}

function whyNot(rows: readonly LiftRow[]): string {
	const isTooFew = rows.some(({ record }) => record.value !== null && record.sufficiency === 'too-few');
	return isTooFew
		? 'too few people or events are behind it.'
		: (rows[0]?.record.reason ?? 'there is nothing to compare.');
}

/** The correction for looking at many segments at once, as it is named in the field. */
export function correctionName({ correction }: Pick<AnalysisSettings, 'correction'>): string {
	return correction === 'holm' ? 'Holm correction' : 'Benjamini–Hochberg correction';
}

/** The largest of a group whichever way it points; ties go to the first. */
function leader(rows: readonly LiftRow[]): LiftRow {
	return rows.reduce((best, row) =>
		Math.abs(row.estimate?.value ?? 0) > Math.abs(best.estimate?.value ?? 0) ? row : best,
	);
}

function missing(row: LiftRow, quantity: Quantity): string {
	return row.detectable === null
		? ''
		: `A difference of ${magnitude(row.detectable, quantity)} or more would usually have been found there. `;
}

function valueSentence(rows: readonly LiftRow[], metricLabel: string, quantity: Quantity): string {
	const [highest, lowest] = [rows[0], rows.at(-1)];
	if (!highest?.estimate || !lowest?.estimate) {
		return '';
	}
	const top = `${metricLabel} is highest in ${highest.name} at ${formatQuantity(highest.estimate.value, quantity)}`;
	return highest === lowest
		? `${metricLabel} of ${highest.name} is ${formatQuantity(highest.estimate.value, quantity)}.`
		: `${top} and lowest in ${lowest.name} at ${formatQuantity(lowest.estimate.value, quantity)}.`;
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
