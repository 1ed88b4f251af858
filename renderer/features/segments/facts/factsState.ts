import { Store } from '../../../engine/Store.ts';
import type { FactId } from './factFields.ts';

/** A field that should take the keyboard: asked for by a problem's quick action. */
export const factRequest = new Store<{ readonly segmentId: string; readonly fact: FactId } | null>(null);

/** Segments whose facts and checks are open. */
export const openFacts = new Store<ReadonlySet<string>>(new Set());

export type CardStates = ReadonlyMap<string, 'open' | 'closed'>;

/** Of each segment that was ever shown whether its card is open. */
export const cardStates = new Store<CardStates>(new Map());

/** From this many segments on, a list that comes at once begins folded, so that it can be surveyed. */
export const MANY_SEGMENTS = 9;

/** With the cards that are new: open, unless many segments come at once. One that is added by hand never folds the others. */
export function withNewCards(states: CardStates, ids: readonly string[]): CardStates {
	const added = ids.filter((id) => !states.has(id));
	const state = added.length > 1 && ids.length >= MANY_SEGMENTS ? 'closed' : 'open';
	return added.length === 0 ? states : new Map([...states, ...added.map((id) => [id, state] as const)]);
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
