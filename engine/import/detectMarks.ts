import type { ColumnReading } from '#shared/model/importPlan.ts';
import { unitOf } from './currencyUnits.ts';
import type { NumberMarks } from './scan/ColumnFormat.ts';
import { decodeMarks } from './scan/decodeMarks.ts';
import { takeOffSigns } from './scan/parseNumber.ts';

/** Share of the values that must look like numbers for a column to say anything about marks. */
const MOSTLY = 0.9;

/** What the numbers of a column, or of a whole file, say about their decimal mark; counts of values that settle it. */
export interface MarkEvidence {
	readonly comma: number;
	readonly point: number;
}

export const noMarks: MarkEvidence = { comma: 0, point: 0 };

export interface DetectedMarks {
	readonly marks: NumberMarks | null;
	/** Whether the one mark in the numbers may group digits or start decimals: "1,234", "1.234". */
	readonly isAmbiguous: boolean;
	readonly evidence: MarkEvidence;
	/** Whether the column alone settles its marks, or has none. */
	readonly isDecided: boolean;
	/** Units in the values, the most frequent first. */
	readonly units: readonly string[];
}

const settlesComma = /^(?:\d{1,3}(?:[. ']\d{3})+,\d+|\d*,\d{1,2}|\d*,\d{4,}|0,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3}){2,})$/;
const settlesPoint =
	/^(?:\d{1,3}(?:[, ']\d{2,3})*[, ']\d{3}\.\d*|\d*\.\d{1,2}|\d*\.\d{4,}|0\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3}){2,}|\d{1,2}(?:,\d{2})+,\d{3})$/;
const mayGroupByComma = /^[1-9]\d{0,2},\d{3}$/;
const mayGroupByPoint = /^[1-9]\d{0,2}\.\d{3}$/;
const groups = [
	{ mark: ' ', pattern: /^\d{1,3}(?: \d{3})+(?:[.,]\d*)?$/ },
	{ mark: "'", pattern: /^\d{1,3}(?:'\d{3})+(?:[.,]\d*)?$/ },
	{ mark: '.', pattern: /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/ },
	{ mark: ',', pattern: /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/ },
] as const;

/**
 * Decimal mark, group mark and unit of the numbers in a column. What the reading says is taken as it is. `file` is the evidence of all
 * columns together: it settles what "1,234" is where the column itself does not.
 */
export function detectMarks(filled: readonly string[], reading: ColumnReading, file: MarkEvidence): DetectedMarks {
	if (
		reading.decimalMark === undefined &&
		reading.unit === undefined &&
		filled.every((value) => /^-?\d+$/.test(value))
	) {
		return { marks: null, isAmbiguous: false, evidence: noMarks, isDecided: true, units: [] };
	}
	const texts = filled.map((value) => decodeMarks(value));
	const units = unitsOf(texts);
	const unit = reading.unit ?? units[0] ?? '';
	const cores = texts
		.map((text) => takeOffSigns(text, unit).core ?? '')
		.filter((core) => /^[\d.,' ]*\d[\d.,' ]*$/.test(core));
	const evidence = {
		comma: cores.filter((core) => settlesComma.test(core)).length,
		point: cores.filter((core) => settlesPoint.test(core)).length,
	};
	const byComma = cores.filter((core) => mayGroupByComma.test(core)).length;
	const byPoint = cores.filter((core) => mayGroupByPoint.test(core)).length;
	const isSettled = evidence.comma + evidence.point > 0;
	const fileMark = file.comma > file.point ? ',' : file.point > file.comma ? '.' : null;
	const decimal =
		reading.decimalMark ??
		(evidence.comma !== evidence.point
			? evidence.comma > evidence.point
				? ','
				: '.'
			: reading.groupMark === '.' || (fileMark === ',' && byComma + byPoint > 0)
				? ','
				: '.');
	const group = reading.groupMark ?? groupMarkOf(cores, decimal);
	const hasMarks = decimal === ',' || group !== '' || unit !== '';
	const isOpen = reading.decimalMark === undefined && reading.groupMark === undefined;
	return {
		marks: hasMarks ? { decimal, group, unit, isShare: unit === '%' && reading.percentAs !== 'points' } : null,
		isAmbiguous: isOpen && !isSettled && fileMark === null && byComma + byPoint > 0,
		evidence: cores.length >= filled.length * MOSTLY ? evidence : noMarks,
		isDecided: evidence.comma !== evidence.point || byComma + byPoint === 0,
		units,
	};
}

function groupMarkOf(cores: readonly string[], decimal: '.' | ','): NumberMarks['group'] {
	const found = groups.find(({ mark, pattern }) => mark !== decimal && cores.some((core) => pattern.test(core)));
	if (!found) {
		return '';
	}
	// "612 345 678" may be a telephone number, "12.345.678" a name: groups show themselves by coming in different lengths.
	const isNamelike = found.mark === ' ' || (found.mark === '.' && cores.every((core) => /\..*\./.test(core)));
	const hasDecimals = cores.some((core) => core.includes(decimal));
	const isVaried = new Set(cores.map((core) => core.length)).size > 1;
	return isNamelike && !hasDecimals && !isVaried ? '' : found.mark;
}

function unitsOf(texts: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const text of texts) {
		const unit = unitOf(text);
		if (unit !== null) {
			counts.set(unit, (counts.get(unit) ?? 0) + 1);
		}
	}
	return [...counts].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
}
