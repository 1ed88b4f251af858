import { format } from '../../ui/format.ts';

export interface ImportSpeed {
	readonly done: number;
	readonly total: number | null;
	readonly phase: string;
	readonly elapsedMs: number;
	readonly sizeBytes: number;
}

/** Before this the guess of the time left jumps about too much to be shown. */
const GUESS_AFTER_MS = 600;

/** `120 MB of 576 MB · 310 MB/s · 1.5 s left`, as far as it is known. */
export function describeSpeed({ done, total, phase, elapsedMs, sizeBytes }: ImportSpeed): string {
	const isBytes = total === sizeBytes;
	const parts = [phase];
	if (isBytes) {
		parts.push(`${format.bytes(done)} of ${format.bytes(sizeBytes)}`);
	}
	if (isBytes && elapsedMs >= GUESS_AFTER_MS && done > 0) {
		const bytesPerMs = done / elapsedMs;
		parts.push(`${format.bytes(bytesPerMs * 1000)}/s`);
		if (done < sizeBytes) {
			parts.push(`${format.duration((sizeBytes - done) / bytesPerMs)} left`);
		}
	}
	return parts.filter((part) => part !== '').join(' · ');
}
