import type { GridSettings } from '#shared/model/gridBuilder.ts';
import { Store } from '../../../engine/Store.ts';

/** Null until somebody changes what the data suggests. Kept while the app runs. */
export const gridState = new Store<GridSettings | null>(null);
