import { normaliseHeader } from '#shared/model/tableRole/roleField.ts';

/** What headers are compared by: normalised, with "geoeffnet" and "geöffnet" the same. */
export function headerKey(header: string): string {
	return normaliseHeader(header).replace(/([aou])e/g, '$1');
}
