import type { Progress } from '#shared/protocol/progress.ts';
import { format } from './format.ts';

/** `Writing orders · 42 %`, or the phase alone where the end is not known. */
export function describeProgress({ done, total, phase }: Progress): string {
	const share = total === null || total === 0 ? null : format.share(Math.min(1, done / total));
	return [phase, share].filter(Boolean).join(' · ');
}
