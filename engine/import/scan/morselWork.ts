import { roomIn } from '../../columns/byteRoom.ts';
import { UnreadableFile } from './FileWindow.ts';
import { type Morsel, MorselReader } from './MorselReader.ts';
import { morselCount, type ScanPlan } from './ScanPlan.ts';

/** Morsels that may lie ready or be under way beyond the one that is taken next. */
const AHEAD = 8;
const WAIT_MS = 100;

/** Places in the shared control words: the next morsel to read, how many have been taken, and whether to stop. */
export const NEXT = 0;
export const TAKEN = 1;
export const STOP = 2;

/** Morsels that can be on their way at once. */
export const SLOTS = AHEAD + 1;

export interface CrewJob {
	readonly plan: ScanPlan;
	readonly control: SharedArrayBuffer;
	/**
	 * Memory that morsels are encoded into, a slot each in turn, since fresh memory costs more time than what is done with it. A morsel is
	 * begun when the one that had its slot before has been taken.
	 */
	readonly slots: SharedArrayBuffer;
}

/** An error as text, since error classes do not travel between threads. */
export type CrewMessage = Morsel | { readonly failure: string; readonly isData: boolean };

/** What a thread of the crew does until no morsel is left or the crew stops. */
export function workOff(job: CrewJob, send: (message: CrewMessage, transfer: ArrayBuffer[]) => void): void {
	try {
		readMorsels(job, send);
	} catch (error) {
		const failure = error instanceof Error ? error.message : String(error);
		send({ failure, isData: error instanceof UnreadableFile }, []);
	}
}

function readMorsels(job: CrewJob, send: (morsel: Morsel, transfer: ArrayBuffer[]) => void): void {
	const control = new Int32Array(job.control);
	const count = morselCount(job.plan);
	const slotBytes = job.slots.byteLength / SLOTS;
	const reader = new MorselReader(job.plan);
	try {
		for (;;) {
			const index = Atomics.add(control, NEXT, 1);
			if (index >= count) {
				return;
			}
			for (;;) {
				const taken = Atomics.load(control, TAKEN);
				if (Atomics.load(control, STOP) === 1) {
					return;
				}
				if (index - taken <= AHEAD) {
					break;
				}
				Atomics.wait(control, TAKEN, taken, WAIT_MS);
			}
			const slot = new Uint8Array(job.slots, (index % SLOTS) * slotBytes, slotBytes);
			const morsel = reader.read(index, index === 0 ? job.plan.dataStart : null, roomIn(slot));
			send(morsel, buffersOf(morsel));
		}
	} finally {
		reader.close();
	}
}

function buffersOf(morsel: Morsel): ArrayBuffer[] {
	const arrays = morsel.columns.flatMap(({ data, labels }) => (labels ? [data, labels.bytes, labels.offsets] : [data]));
	const { places } = morsel;
	const all = places ? [...arrays, places.starts, places.ends, places.lines] : arrays;
	return [...new Set(all.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
