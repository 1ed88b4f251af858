import type { QualityFinding } from '#shared/model/tableQuality.ts';

const words: Readonly<Record<string, string>> = {
	'quality.repeated-rows': 'repeated rows',
	'quality.missing': 'no value',
	'quality.negative': 'negative values',
	'quality.zero': 'amounts of 0',
	'quality.outliers': 'outliers',
	'quality.placeholder': 'placeholders',
	'quality.future': 'future dates',
	'quality.early': 'early dates',
	'quality.test-customers': 'test customers',
};

/** What rows of a finding are called: in tabs, and as the name of an exclusion. */
export function exclusionName({ code, column }: Pick<QualityFinding, 'code' | 'column'>): string {
	const what = words[code] ?? 'rows';
	return column === null ? what : `${what} in ${column}`;
}
