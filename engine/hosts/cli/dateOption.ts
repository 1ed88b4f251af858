import { dayOfIso } from '#shared/rules/calendar.ts';
import { UsageError } from './UsageError.ts';

/** The date that an option gives, null without it. Throws UsageError for what is none. */
export function dateOption(option: string, text: string | undefined): string | null {
	if (text !== undefined && dayOfIso(text) === null) {
		throw new UsageError(`${option} "${text}" is not a date. Write it as YYYY-MM-DD, for example 2026-06-30.`);
	}
	return text ?? null;
}
