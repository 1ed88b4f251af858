import { normalUpperQuantile } from './normal.ts';
import { studentTUpperQuantile } from './studentT.ts';

/**
 * How many standard errors a two-sided interval of the given level reaches to each side: Student's t, or the normal
 * where degrees of freedom are null. Throws a RangeError for a level outside 0 to 1 (both excluded).
 */
export function criticalValue(level: number, degreesOfFreedom: number | null): number {
	if (!(level > 0 && level < 1)) {
		throw new RangeError(`A confidence level lies between 0 and 1, not ${level}.`);
	}
	const tail = (1 - level) / 2;
	return degreesOfFreedom === null ? normalUpperQuantile(tail) : studentTUpperQuantile(tail, degreesOfFreedom);
}
