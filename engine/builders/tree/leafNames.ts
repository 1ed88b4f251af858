import type { FieldCondition } from './nodeConditions.ts';

const MAX_LENGTH = 100;
const MAX_LABELS = 3;

/**
 * Names of segments from their conditions: `Order count 3 to 5 · country DE, AT`. The last condition comes first, because the first ones are
 * shared by many; those stay out where all would be too long.
 * Equal names are numbered. `holdsMissing` says of which conditions some customer fulfils it without having a value.
 */
export function leafNames(
	leaves: readonly (readonly FieldCondition[])[],
	holdsMissing: (leaf: number, condition: FieldCondition) => boolean,
): string[] {
	const uses = new Map<string, number>();
	return leaves.map((conditions, leaf) => {
		const parts = conditions
			.map((condition) => conditionWords(condition, holdsMissing(leaf, condition)))
			.filter((words) => words !== null);
		const name = capitalised(shortened(parts)) || 'Everyone';
		const before = uses.get(name) ?? 0;
		uses.set(name, before + 1);
		return before === 0 ? name : `${name} (${before + 1})`;
	});
}

/** Null where the condition lets everybody in. */
export function conditionWords({ field, allowed }: FieldCondition, holdsMissing: boolean): string | null {
	const { words, bins } = field;
	const name = field.name.replaceAll('_', ' ');
	const wanted = [...Array(bins).keys()].filter((bin) => allowed[bin] === 1);
	if (wanted.length === 0) {
		return `no ${name}`;
	}
	if (wanted.length === bins) {
		return allowed[bins] === 1 || !field.hasMissing ? null : `with ${name}`;
	}
	const orNone = holdsMissing ? ' or none' : '';
	switch (words.kind) {
		case 'boolean':
			return `${name} ${allowed[1] === 1 ? 'yes' : 'no'}${orNone}`;
		case 'labels': {
			const isOpen = allowed[bins - 1] === 1;
			const listed = words.labels.filter((_, bin) => (allowed[bin] === 1) !== isOpen);
			const more = listed.length > MAX_LABELS ? ` and ${listed.length - MAX_LABELS} more` : '';
			const labels = listed.slice(0, MAX_LABELS).map((label) => (label === '' ? 'empty' : label.slice(0, 30)));
			return `${name} ${isOpen ? 'not ' : ''}${labels.join(', ')}${more}${orNone}`;
		}
		case 'ordered':
			return `${name} ${rangeWords(words.limits, words.only, wanted[0]!, wanted.at(-1)!)}${orNone}`;
	}
}

function rangeWords(limits: readonly string[], only: readonly (string | null)[], first: number, last: number): string {
	const alone = first === last ? (only[first] ?? null) : null;
	if (alone !== null) {
		return plain(alone);
	}
	const isDate = limits.some((limit) => limit.includes("'"));
	const above = first > 0 ? plain(limits[first - 1]!) : null;
	const upTo = last < limits.length ? plain(limits[last]!) : null;
	if (above !== null && upTo !== null) {
		return `${above} to ${upTo}`;
	}
	return above === null ? `up to ${upTo}` : `${isDate ? 'after' : 'above'} ${above}`;
}

/** A value without the marks of the rule language. */
function plain(text: string): string {
	return text.replace(/^date /, '').replaceAll("'", '');
}

function shortened(parts: readonly string[]): string {
	const kept: string[] = [];
	for (const part of parts.toReversed()) {
		if (kept.length > 0 && [...kept, part].join(' · ').length > MAX_LENGTH) {
			break;
		}
		kept.push(part);
	}
	return kept.join(' · ').slice(0, MAX_LENGTH);
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
