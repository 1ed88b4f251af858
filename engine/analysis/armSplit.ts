import { ARM_CODES } from '../frame/CustomerFrame.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { Split } from '../metrics/kernel/MeasureMatrix.ts';

/** Every figure is counted by segment and arm: group = segment x ARM_CODES + arm, arm 0 for everybody where there are none. */
export function armSplit({ arms, length }: CustomerFrame): Split {
	return { codes: arms ?? new Uint8Array(length), count: ARM_CODES };
}
