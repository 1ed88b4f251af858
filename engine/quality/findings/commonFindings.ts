import { counted } from '#shared/base/counted.ts';
import type { ColumnQuality, QualityFinding } from '#shared/model/tableQuality.ts';
import type { QualityInput } from '../QualityInput.ts';
import { shareText } from './shareText.ts';

/** Below this many rows hardly anything can be said of a distribution. */
const MIN_ROWS = 20;
/** A column with a part to play is told about from this share of gaps on; any other where it is mostly empty. */
const GAPS_IN_PART = 0.01;
const GAPS = 0.5;
const NEAR_CONSTANT = 0.995;

/** Gaps, and columns that say the same of nearly every row. */
export function commonFindings(column: ColumnQuality, { rows, name: table }: QualityInput): QualityFinding[] {
	const { name, nulls, part, distinct, isDistinctExact, top } = column;
	if (rows === 0) {
		return [];
	}
	const filled = rows - nulls;
	if (filled === 0) {
		return [finding('warning', 'quality.empty', name, rows, `The column "${name}" of ${table} holds no value at all.`)];
	}
	const found: QualityFinding[] = [];
	if (nulls / rows > (part === null ? GAPS : GAPS_IN_PART)) {
		const role = part === null ? '' : ` It is mapped to "${part}".`;
		found.push({
			...finding(
				part === null ? 'info' : 'warning',
				'quality.missing',
				name,
				nulls,
				`No value in "${name}" of ${table}: ${counted(nulls, 'row')} (${shareText(nulls / rows)}).${role}`,
			),
			filter: { kind: 'missing', column: name },
		});
	}
	const first = top[0];
	if (first && isDistinctExact && filled >= MIN_ROWS && first.rows / filled >= NEAR_CONSTANT) {
		const others = filled - first.rows;
		const message =
			distinct === 1
				? `Every value in "${name}" of ${table} is ${String(first.value)}, so it cannot tell rows apart.`
				: `Nearly every value in "${name}" of ${table} is ${String(first.value)}; only ${counted(others, 'row')} (${shareText(others / filled)}) ${others === 1 ? 'holds' : 'hold'} something else.`;
		found.push({ ...finding('info', 'quality.near-constant', name, first.rows, message), examples: [first.value] });
	}
	return found;
}

export function finding(
	severity: QualityFinding['severity'],
	code: string,
	column: string | null,
	rows: number,
	message: string,
): QualityFinding {
	return { severity, code, column, rows, message, examples: [], filter: null };
}
