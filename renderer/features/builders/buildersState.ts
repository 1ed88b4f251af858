import { Store } from '../../engine/Store.ts';

/** The builder on the screen; null for the first. Kept while the app runs. */
export const chosenBuilder = new Store<string | null>(null);
