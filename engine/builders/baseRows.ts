import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { BuilderInput } from './BuilderInput.ts';

/** 1 for every customer of the base: everyone but whom the project excludes. */
export function baseRows({ frame, evaluator, current }: BuilderInput): Uint8Array {
	const { exclusions, customFields } = current;
	if (exclusions.length === 0) {
		return new Uint8Array(frame.length).fill(1);
	}
	const { codes } = evaluator.evaluate({ ...emptySegmentation, exclusions, customFields });
	// Without segments there are two codes: the remainder has 0, the excluded have 1.
	return Uint8Array.from(codes, (code) => 1 - code);
}
