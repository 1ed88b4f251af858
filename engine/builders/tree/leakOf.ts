import { derivedField } from '../../frame/derivedFields.ts';

/** How long a customer has been one and which arm was drawn are no outcomes, although they are read from events. */
const HARMLESS: ReadonlySet<string> = new Set(['tenure_days', 'arm', 'is_reachable']);

/**
 * Why a field that predicts an outcome does so by definition: it is part of the outcome, or is counted from the same events. Null where
 * neither is known. `read` are the fields that the outcome reads, `derived` those that the frame derives from events.
 */
export function leakOf(field: string, read: ReadonlySet<string>, derived: ReadonlySet<string>): string | null {
	if (read.has(field)) {
		return `The outcome is made of ${field}, so a split by it says nothing new.`;
	}
	const role = eventsOf(field, derived);
	const shared = role === null ? undefined : [...read].find((name) => eventsOf(name, derived) === role);
	const rows = role === 'orders' ? 'orders' : role === 'recipients' ? 'campaign rows' : role;
	return shared === undefined
		? null
		: `${field} is counted from the same ${rows} as ${shared}, so part of what it explains is true by definition.`;
}

function eventsOf(field: string, derived: ReadonlySet<string>): string | null {
	return derived.has(field) && !HARMLESS.has(field) ? (derivedField(field)?.role ?? null) : null;
}
