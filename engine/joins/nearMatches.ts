import type { NearMatch } from '#shared/model/joinReport.ts';
import type { KeyForm } from '#shared/model/tableMapping.ts';
import type { SideKeys } from './matchKeys.ts';

/** Keys looked at per side; more would take seconds. */
export const NEAR_KEYS = 400_000;
const EXAMPLES = 5;
/** Keys between two chances to cancel. */
const BATCH_KEYS = 50_000;

const candidates: readonly (readonly KeyForm[])[] = [
	['no-spaces'],
	['lower-case'],
	['no-leading-zeros'],
	['no-spaces', 'lower-case'],
	['no-spaces', 'no-leading-zeros'],
	['lower-case', 'no-leading-zeros'],
	['no-spaces', 'lower-case', 'no-leading-zeros'],
];

/**
 * Ways to write keys by which orphans of both sides would find each other, the most helpful first. A way is left out where one with
 * fewer changes helps as much. `normalise` is the rule that the import applies.
 */
export async function nearMatches(
	left: SideKeys,
	right: SideKeys,
	normalise: (key: string, forms: readonly KeyForm[]) => string,
	tick: (rows: number) => Promise<void>,
): Promise<NearMatch[]> {
	const leftKeys = await keysOf(left, tick);
	const rightKeys = await keysOf(right, tick);
	const isOrphan = (id: number) => left.rowsOf[id] === 0 || right.rowsOf[id] === 0;
	if (!leftKeys.some(({ id }) => isOrphan(id)) || !rightKeys.some(({ id }) => isOrphan(id))) {
		return [];
	}
	const found: NearMatch[] = [];
	for (const forms of candidates) {
		const match = await tryForms(leftKeys, rightKeys, isOrphan, (key) => normalise(key, forms), tick);
		const helps = match.leftKeys + match.rightKeys;
		const simpler = found.filter((known) => known.forms.every((form) => forms.includes(form)));
		if (helps > 0 && !simpler.some((known) => known.leftKeys + known.rightKeys >= helps)) {
			found.push({ forms: [...forms], ...match });
		}
	}
	return found.toSorted((one, other) => other.leftKeys + other.rightKeys - one.leftKeys - one.rightKeys);
}

interface Key {
	readonly id: number;
	readonly key: string;
}

async function keysOf(side: SideKeys, tick: (rows: number) => Promise<void>): Promise<Key[]> {
	const keys: Key[] = [];
	for (let id = 0; id < side.rowsOf.length && keys.length < NEAR_KEYS; id++) {
		if (side.rowsOf[id]! > 0) {
			keys.push({ id, key: side.keyOf(id) });
			if (keys.length % BATCH_KEYS === 0) {
				await tick(0);
			}
		}
	}
	return keys;
}

async function tryForms(
	leftKeys: readonly Key[],
	rightKeys: readonly Key[],
	isOrphan: (id: number) => boolean,
	normalise: (key: string) => string,
	tick: (rows: number) => Promise<void>,
): Promise<Omit<NearMatch, 'forms'>> {
	const rightOf = await byForm(rightKeys, normalise, tick);
	const leftOf = await byForm(leftKeys, normalise, tick);
	const match = { leftKeys: 0, rightKeys: 0, ambiguous: 0, examples: [] as { left: string; right: string }[] };
	for (const [form, ones] of leftOf) {
		const others = rightOf.get(form);
		if (!others) {
			continue;
		}
		const orphans = ones.filter(({ id }) => isOrphan(id));
		const otherOrphans = others.filter(({ id }) => isOrphan(id));
		if (orphans.length + otherOrphans.length === 0) {
			continue;
		}
		match.leftKeys += orphans.length;
		match.rightKeys += otherOrphans.length;
		match.ambiguous += ones.length > 1 || others.length > 1 ? 1 : 0;
		if (match.examples.length < EXAMPLES) {
			match.examples.push({ left: (orphans[0] ?? ones[0]!).key, right: (otherOrphans[0] ?? others[0]!).key });
		}
	}
	return match;
}

async function byForm(
	keys: readonly Key[],
	normalise: (key: string) => string,
	tick: (rows: number) => Promise<void>,
): Promise<Map<string, Key[]>> {
	const groups = new Map<string, Key[]>();
	for (const [index, key] of keys.entries()) {
		if (index % BATCH_KEYS === 0) {
			await tick(0);
		}
		const form = normalise(key.key);
		const group = groups.get(form);
		if (group) {
			group.push(key);
		} else {
			groups.set(form, [key]);
		}
	}
	return groups;
}
