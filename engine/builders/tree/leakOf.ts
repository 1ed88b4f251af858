import { printField } from '#shared/rules/printRule.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { derivedField } from '../../frame/derivedFields.ts';
import type { BuilderInput } from '../BuilderInput.ts';

/** How long a customer has been one and which arm was drawn are no outcomes, although they are read from events. */
const HARMLESS: ReadonlySet<string> = new Set(['tenure_days', 'arm', 'is_reachable']);

/**
 * Per field why it predicts an outcome by definition; null where nothing is known against it. A custom field does where a field does
 * that its expression reads. `read` are the fields that the outcome reads.
 */
export function leaksOf(read: ReadonlySet<string>, { frame, current }: BuilderInput): (field: string) => string | null {
	const custom = new Set(current.customFields.map(({ name }) => name));
	const { fieldsRead } = new RuleChecks(frame.fields).within(current);
	return (field) => {
		if (!custom.has(field)) {
			return leakOf(field, read, frame.derived);
		}
		const leak = [...fieldsRead(printField(field))].flatMap((name) => leakOf(name, read, frame.derived) ?? [])[0];
		return leak === undefined ? null : `${field} is made of other fields. ${leak}`;
	};
}

/**
 * Why a field that predicts an outcome does so by definition: it is part of the outcome, or is counted from the same events. Null where
 * neither is known. `read` are the fields that the outcome reads, `derived` those that the frame derives from events.
 */
function leakOf(field: string, read: ReadonlySet<string>, derived: ReadonlySet<string>): string | null {
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
