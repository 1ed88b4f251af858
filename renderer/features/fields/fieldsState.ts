import { Store } from '../../engine/Store.ts';

/** The field whose details are shown. */
export const selectedField = new Store<string | null>(null);

/** A place in the expression of a custom field that the editor should show; null selects the name of a field that was just added. */
export interface FieldReveal {
	readonly field: string;
	readonly range: { readonly from: number; readonly to: number } | null;
}

export const fieldReveal = new Store<FieldReveal | null>(null);
