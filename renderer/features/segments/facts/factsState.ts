import { Store } from '../../../engine/Store.ts';
import type { FactId } from './factFields.ts';

/** A field that should take the keyboard: asked for by a problem's quick action. */
export const factRequest = new Store<{ readonly segmentId: string; readonly fact: FactId } | null>(null);

/** Segments whose facts and checks are open. */
export const openFacts = new Store<ReadonlySet<string>>(new Set());

/** Segments whose card was opened or closed by hand; the others follow from how many there are. */
export const cardStates = new Store<ReadonlyMap<string, 'open' | 'closed'>>(new Map());

/** Past this many segments cards begin closed, so that the list can be surveyed. */
export const MANY_SEGMENTS = 8;

export function isCardOpen(states: ReadonlyMap<string, 'open' | 'closed'>, id: string, segments: number): boolean {
	return (states.get(id) ?? (segments > MANY_SEGMENTS ? 'closed' : 'open')) === 'open';
}

export function setCard(id: string, state: 'open' | 'closed'): void {
	cardStates.update((states) => new Map(states).set(id, state));
}

export function setAllCards(ids: readonly string[], state: 'open' | 'closed'): void {
	cardStates.set(new Map(ids.map((id) => [id, state])));
}

export function toggleFacts(id: string, isOpen: boolean): void {
	openFacts.update((open) => {
		const next = new Set(open);
		if (isOpen) {
			next.add(id);
		} else {
			next.delete(id);
		}
		return next;
	});
}
