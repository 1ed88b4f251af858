import { campaignEvent, type CampaignEvent } from '#shared/model/tableMapping.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Column } from '../../columns/Column.ts';
import { cellOf } from '../../columns/cellOf.ts';

/** A small number for each event, in the order in which they happen to a message. */
export const EVENT_BITS = Object.fromEntries(campaignEvent.options.map((event, bit) => [event, bit])) as Readonly<
	Record<CampaignEvent, number>
>;

const LISTED = 20;

/** The event of each row, -1 for values that mean nothing here, which are counted. Spaces around a value do not matter. */
export function eventCodes(column: Column | null, meanings: Readonly<Record<string, CampaignEvent>>, rows: number) {
	const codeOf = new Map(Object.entries(meanings).map(([value, event]) => [value.trim(), EVENT_BITS[event]]));
	const codes = new Int8Array(rows).fill(-1);
	const unknown = new Map<string, number>();
	const labels = column?.kind === 'category' ? column.labels.map((label) => codeOf.get(label.trim()) ?? -1) : null;
	for (let row = 0; row < rows; row++) {
		const isMissing = column === null || (column.nulls !== null && hasBit(column.nulls, row));
		if (!isMissing && column.kind === 'category') {
			codes[row] = labels![column.codes[row]!]!;
		} else if (!isMissing) {
			codes[row] = codeOf.get(String(cellOf(column, row)).trim()) ?? -1;
		}
		if (codes[row] === -1) {
			const value = isMissing ? '' : String(cellOf(column, row));
			unknown.set(value, (unknown.get(value) ?? 0) + 1);
		}
	}
	const ignored = [...unknown].map(([value, count]) => ({ value, rows: count }));
	return {
		codes,
		ignored: ignored.toSorted((left, right) => right.rows - left.rows).slice(0, LISTED),
		ignoredRows: ignored.reduce((sum, entry) => sum + entry.rows, 0),
	};
}
