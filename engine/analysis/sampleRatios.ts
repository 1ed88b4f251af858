import type { RatioCheck } from '#shared/model/analysis.ts';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.ts';
import { sampleRatioMismatch } from '../stats/sampleRatioMismatch.ts';
import { sampleRatioVerdict } from '../stats/sampleRatioVerdict.ts';
import type { SegmentSums } from './SegmentSums.ts';

/**
 * Whether treatment and control occur in each segment as in the whole base. The base comes first and has no test, because the
 * planned proportion is not in the data. p is corrected over the segments (Benjamini–Hochberg). Without arms: empty.
 */
export function sampleRatios(sums: SegmentSums, segments: readonly { readonly id: string }[]): readonly RatioCheck[] {
	const arms = (index: number | null) => ({
		treatment: sums.customers(index, 'treatment'),
		control: sums.customers(index, 'control'),
	});
	const base = arms(null);
	if (base.treatment + base.control === 0) {
		return [];
	}
	const shares = [base.treatment, base.control];
	const counts = segments.map((_, index) => arms(index));
	const adjusted = benjaminiHochberg(
		counts.map(({ treatment, control }) => sampleRatioMismatch([treatment, control], shares)?.p ?? null),
	);
	return [
		{ segment: null, ...base, p: null, verdict: 'not-applicable' },
		...segments.map(({ id }, index): RatioCheck => {
			const p = adjusted[index] ?? null;
			return { segment: id, ...counts[index]!, p, verdict: sampleRatioVerdict(p) };
		}),
	];
}
