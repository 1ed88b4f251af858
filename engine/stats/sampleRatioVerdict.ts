export type SampleRatioVerdict = 'fine' | 'warning' | 'failure' | 'not-applicable';

/** p below .001 is a failure, below .01 a warning (STATISTICS D7); pass the adjusted p where segments are checked too. */
export function sampleRatioVerdict(p: number | null): SampleRatioVerdict {
	if (p === null) {
		return 'not-applicable';
	}
	if (p < 0.001) {
		return 'failure';
	}
	return p < 0.01 ? 'warning' : 'fine';
}
