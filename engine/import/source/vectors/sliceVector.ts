import { assertNever } from '#shared/base/assertNever.ts';
import type { SourceVector } from './SourceVector.ts';

/** The rows from `from` up to `to`, without a copy where that can be. */
export function sliceVector(vector: SourceVector, from: number, to: number): SourceVector {
	switch (vector.kind) {
		case 'numbers':
			return { ...vector, values: vector.values.subarray(from, to), nulls: vector.nulls?.subarray(from, to) ?? null };
		case 'texts':
			return {
				...vector,
				starts: vector.starts.subarray(from, to),
				ends: vector.ends.subarray(from, to),
				nulls: vector.nulls?.subarray(from, to) ?? null,
			};
		case 'labels':
			return { ...vector, codes: vector.codes.subarray(from, to), nulls: vector.nulls?.subarray(from, to) ?? null };
		case 'values':
			return { ...vector, values: vector.values.slice(from, to) };
		default:
			return assertNever(vector);
	}
}
