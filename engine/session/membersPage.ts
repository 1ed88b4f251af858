import type { Frame } from '../frame/Frame.ts';
import type { Assignment } from '../rules/Assignment.ts';
import { arrowOf } from './arrowOf.ts';
import { membershipOf } from './membershipOf.ts';

/** Header of the key where no field holds it; a field of that name keeps it, and the key then has a trailing underscore. */
const CUSTOMER = 'customer';

/**
 * Rows of the customer frame in the order of the base: the members of one segment or exclusion, or everyone where `assignment` is null.
 * The first column is the customer's key: the field `keyField`, or where that is not in the frame a column of its own. Throws `not-found` for a segment that does not exist.
 */
export function membersPage(
	frame: Frame,
	members: { readonly assignment: Assignment; readonly segmentId: string } | null,
	keyField: string | null,
	from: number,
	count: number,
): { rows: Uint8Array; total: number } {
	const found = members ? rowsOf(members.assignment, members.segmentId, from, count) : everyone(frame, from, count);
	return pageOfRows(frame, found, keyField);
}

/** One page of rows that were found in any way; its columns as above. */
export function pageOfRows(
	frame: Frame,
	{ rows, total }: { readonly rows: readonly number[]; readonly total: number },
	keyField: string | null,
): { rows: Uint8Array; total: number } {
	const names = frame.fields.map(({ name }) => name);
	const hasKey = keyField !== null && names.includes(keyField);
	const ordered = hasKey ? [keyField, ...names.filter((name) => name !== keyField)] : names;
	const columns = ordered.flatMap((name) => {
		const column = frame.columns.get(name);
		return column ? [{ name, parts: [column] }] : [];
	});
	const lead = hasKey
		? null
		: { name: names.includes(CUSTOMER) ? `${CUSTOMER}_` : CUSTOMER, cells: rows.map((row) => frame.customerId(row)) };
	return { rows: arrowOf(columns, [rows], lead), total };
}

function everyone(frame: Frame, from: number, count: number) {
	const length = Math.max(0, Math.min(count, frame.length - from));
	return { rows: Array.from({ length }, (_, index) => from + index), total: frame.length };
}

function rowsOf(assignment: Assignment, segmentId: string, from: number, count: number) {
	const { people, isMember } = membershipOf(assignment, segmentId);
	const rows: number[] = [];
	let seen = 0;
	for (let row = 0; row < assignment.codes.length && rows.length < count; row++) {
		if (isMember(row) && seen++ >= from) {
			rows.push(row);
		}
	}
	return { rows, total: people };
}
