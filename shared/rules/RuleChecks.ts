import type { Segmentation } from '../model/segmentation.ts';
import { checkRule } from './checkRule.ts';
import type { CheckedRule } from './checkRule.ts';
import { DefinitionBook } from './DefinitionBook.ts';
import { definitionLookup } from './definitionLookup.ts';
import type { DefinitionLookup } from './definitionLookup.ts';
import { parseRule } from './parseRule.ts';
import type { ParsedRule } from './parseRule.ts';
import { referencesOf } from './referencesOf.ts';
import type { RuleReferences } from './referencesOf.ts';
import type { RuleField } from './RuleField.ts';

/** What rules can refer to by name: custom fields, segments and exclusions. */
export type RuleDefinitions = Pick<Segmentation, 'customFields' | 'segments' | 'exclusions'>;

export interface ScopedRule extends CheckedRule {
	/** Equal for rules that are checked alike: the text, and the texts of all that it refers to, however deep. */
	readonly key: string;
}

/** The rules of one segmentation. */
export interface RuleScope {
	readonly book: DefinitionBook;
	readonly check: (text: string) => ScopedRule;
	/** A custom field's own expression; empty for a name that is none. */
	readonly checkField: (name: string) => ScopedRule;
	/** Names of the fields of the data that a rule reads, those beneath custom fields and references among them. */
	readonly fieldsRead: (text: string) => ReadonlySet<string>;
}

interface ReadText {
	readonly parsed: ParsedRule;
	readonly references: RuleReferences;
}

const MAX_KEPT = 1000;

/**
 * Checks of rules over one list of fields, kept from one edit of a segmentation to the next. A rule without references is checked once;
 * one that refers to custom fields or segments, however indirectly, once for each wording of these. What is wrong is looked at anew
 * each time, since names that come or go may mend it or change the advice.
 */
export class RuleChecks {
	private readonly fields: readonly RuleField[];
	private texts = new Map<string, ReadText>();
	private sound = new Map<string, ScopedRule>();

	constructor(fields: readonly RuleField[]) {
		this.fields = fields;
	}

	within(definitions: RuleDefinitions): RuleScope {
		const { fields } = this;
		const rules = [...definitions.segments, ...definitions.exclusions];
		const book = new DefinitionBook(fields, definitions.customFields, rules);
		const lookup = definitionLookup(definitions.customFields, rules, (text) => this.read(text).references);
		const check = (text: string) =>
			this.checked(lookup, text, '', () => checkRule(text, fields, book, this.read(text).parsed));
		const checkField = (name: string) =>
			this.checked(lookup, lookup.expression(name) ?? '', 'value ', () => book.checked(name));
		return { book, check, checkField, fieldsRead: lookup.fieldsRead };
	}

	private checked(lookup: DefinitionLookup, text: string, kind: string, check: () => CheckedRule): ScopedRule {
		const reached = lookup.reached(text);
		const key = kind + (reached.length === 0 ? text : `${text}\n${JSON.stringify(reached)}`);
		const known = this.sound.get(key);
		if (known) {
			return known;
		}
		const checked = { ...check(), key };
		if (checked.typed) {
			this.sound = keep(this.sound, key, checked);
		}
		return checked;
	}

	private read(text: string): ReadText {
		const known = this.texts.get(text);
		if (known) {
			return known;
		}
		const parsed = parseRule(text);
		const found = { parsed, references: referencesOf(parsed.rule) };
		this.texts = keep(this.texts, text, found);
		return found;
	}
}

/** Forgets everything rather than growing without end. */
function keep<T>(entries: Map<string, T>, key: string, value: T): Map<string, T> {
	const kept = entries.size >= MAX_KEPT ? new Map<string, T>() : entries;
	return kept.set(key, value);
}
