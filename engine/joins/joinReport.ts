import type { JoinPair, JoinSide } from '#shared/model/joinReport.ts';
import type { KeyForm } from '#shared/model/tableMapping.ts';
import { matchKeys, type KeySource, type SideKeys } from './matchKeys.ts';
import { NEAR_KEYS, nearMatches } from './nearMatches.ts';

/** A key column and where it stands. */
export interface JoinTable extends Pick<JoinSide, 'tableId' | 'name' | 'column'>, KeySource {}

const EXAMPLES = 10;

/**
 * How the rows of two tables find each other by a key: matched keys, orphans and duplicates of both sides with examples, and ways to
 * write the keys by which more would match. Rows without a key are counted apart and match nothing. `tick` is told of every batch of
 * rows; what it throws ends the work.
 */
export async function joinReport(
	field: { readonly id: string; readonly label: string },
	left: JoinTable,
	right: JoinTable,
	normalise: (key: string, forms: readonly KeyForm[]) => string,
	tick: (rows: number) => Promise<void>,
): Promise<JoinPair> {
	const matched = await matchKeys(left, right, tick);
	await tick(0);
	const leftSide = describe(left, matched.left, matched.right);
	await tick(0);
	const rightSide = describe(right, matched.right, matched.left);
	return {
		field: field.id,
		label: field.label,
		left: leftSide,
		right: rightSide,
		matchedKeys: leftSide.keys - leftSide.orphanKeys,
		nearMatches: await nearMatches(matched.left, matched.right, normalise, tick),
		isSampled: Math.max(leftSide.keys, rightSide.keys) > NEAR_KEYS,
	};
}

function describe({ tableId, name, column }: JoinTable, own: SideKeys, other: SideKeys): JoinSide {
	const orphans = new TopKeys(own);
	const duplicates = new TopKeys(own);
	let keys = 0;
	for (let id = 0; id < own.rowsOf.length; id++) {
		const rows = own.rowsOf[id]!;
		keys += rows > 0 ? 1 : 0;
		if (rows > 0 && other.rowsOf[id] === 0) {
			orphans.add(id);
		}
		if (rows > 1) {
			duplicates.add(id);
		}
	}
	return {
		tableId,
		name,
		column,
		rows: own.rows,
		rowsWithoutKey: own.rowsWithoutKey,
		keys,
		orphanKeys: orphans.keys,
		orphanRows: orphans.rows,
		orphans: orphans.examples(),
		duplicateKeys: duplicates.keys,
		duplicates: duplicates.examples(),
	};
}

/** Counts keys and keeps those with the most rows; ties in order of first appearance. */
class TopKeys {
	keys = 0;
	rows = 0;
	private top: number[] = [];
	private readonly side: SideKeys;

	constructor(side: SideKeys) {
		this.side = side;
	}

	add(id: number): void {
		const { rowsOf } = this.side;
		this.keys++;
		this.rows += rowsOf[id]!;
		const last = this.top.at(-1);
		if (this.top.length < EXAMPLES || last === undefined || rowsOf[id]! > rowsOf[last]!) {
			const before = this.top.findIndex((known) => rowsOf[known]! < rowsOf[id]!);
			this.top.splice(before < 0 ? this.top.length : before, 0, id);
			this.top.length = Math.min(this.top.length, EXAMPLES);
		}
	}

	examples(): { key: string; rows: number }[] {
		return this.top.map((id) => ({ key: this.side.keyOf(id), rows: this.side.rowsOf[id]! }));
	}
}
