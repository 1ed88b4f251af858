import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Assignment } from '../rules/Assignment.ts';
import { arrowOf } from './arrowOf.ts';

/** Header of the customer's key; a field of that name keeps it, and the key then has a trailing underscore. */
const CUSTOMER = 'customer';

/**
 * Rows of the customer frame in the order of the base: the members of one segment, or everyone where `assignment` is null.
 * The first column is the customer's key. Throws `not-found` for a segment that does not exist.
 */
export function membersPage(
	frame: Frame,
	members: { readonly assignment: Assignment; readonly segmentId: string } | null,
	from: number,
	count: number,
): { rows: Uint8Array; total: number } {
	const { rows, total } = members
		? rowsOf(members.assignment, members.segmentId, from, count)
		: everyone(frame, from, count);
	const ids = rows.map((row) => frame.customerId(row));
	const key = frame.columns.has(CUSTOMER) ? `${CUSTOMER}_` : CUSTOMER;
	const columns = frame.fields.flatMap(({ name }) => {
		const column = frame.columns.get(name);
		return column ? [{ name, parts: [column] }] : [];
	});
	return { rows: arrowOf(columns, [rows], { name: key, cells: ids }), total };
}

function everyone(frame: Frame, from: number, count: number) {
	const length = Math.max(0, Math.min(count, frame.length - from));
	return { rows: Array.from({ length }, (_, index) => from + index), total: frame.length };
}

function rowsOf({ codes, segments }: Assignment, segmentId: string, from: number, count: number) {
	const code = segments.findIndex(({ id, isRemainder }) => id === segmentId && (isRemainder || id !== REMAINDER_ID));
	const segment = segments[code];
	if (!segment) {
		throw new EngineError('not-found', `There is no segment "${segmentId}" in this list.`);
	}
	const rows: number[] = [];
	let seen = 0;
	for (let row = 0; row < codes.length && rows.length < count; row++) {
		if (codes[row] === code && seen++ >= from) {
			rows.push(row);
		}
	}
	return { rows, total: segment.people };
}
