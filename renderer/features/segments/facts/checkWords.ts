import type { CheckName, SegmentCheck } from '#shared/model/segmentReview.ts';

type Verdict = SegmentCheck['verdict'];

/** A sign and a word for each verdict: colour is never the only sign. */
export const verdicts: Readonly<Record<Verdict, { readonly icon: string; readonly word: string }>> = {
	yes: { icon: 'pass', word: 'yes' },
	partly: { icon: 'circle-outline', word: 'not shown' },
	no: { icon: 'error', word: 'no' },
	unknown: { icon: 'question', word: 'cannot be told' },
};

export const checkLabels: Readonly<Record<CheckName, string>> = {
	sizeable: 'Sizeable',
	reachable: 'Reachable',
	responsive: 'Responsive',
	stable: 'Stable',
	different: 'Different',
	profitable: 'Profitable',
};
