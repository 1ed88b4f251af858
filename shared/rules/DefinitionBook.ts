import type { ColumnType } from '../model/columnType.ts';
import type { CustomField } from '../model/customField.ts';
import { checkRule, checkValue } from './checkRule.ts';
import type { CheckedRule } from './checkRule.ts';
import type { Definitions, Resolved } from './Definitions.ts';
import type { RuleField } from './RuleField.ts';
import type { TypedRule, ValueType } from './TypedRule.ts';

export interface NamedRule {
	readonly id: string;
	readonly name: string;
	readonly rule: string;
}

/** References are written out where they stand, so that doubling ones would grow without end. */
const MAX_PARTS = 5000;
const MAX_LEVELS = 400;
const MAX_STEPS = 100;

/**
 * What custom fields and segments mean, for the rules that refer to them. A reference stands for the whole expression, so that
 * evaluation, proof and SQL need to know nothing of it. Each is checked when it is first asked for, once; a name that leads back to
 * itself is told by the names that are being looked at. A custom field goes before a column of the same name.
 */
export class DefinitionBook implements Definitions {
	private readonly base: readonly RuleField[];
	private readonly custom: ReadonlyMap<string, CustomField>;
	private readonly segments: readonly NamedRule[];
	private readonly found = new Map<string, { readonly checked: CheckedRule; readonly resolved: Resolved }>();
	private readonly open: string[] = [];
	private types: readonly RuleField[] | null = null;
	/** Whether what is being looked at came upon the limit of steps: then it says nothing about the names on the way. */
	private isCutShort = false;

	constructor(fields: readonly RuleField[], customFields: readonly CustomField[], segments: readonly NamedRule[]) {
		this.base = fields;
		this.custom = new Map(customFields.map((field) => [field.name, field]));
		this.segments = segments;
	}

	get segmentNames(): readonly string[] {
		return this.segments.map(({ name }) => name);
	}

	get fieldNames(): readonly string[] {
		return [...this.custom.keys()];
	}

	/** With the types that their expressions have; the type of a broken one is a guess. */
	get fields(): readonly RuleField[] {
		this.types ??= [...this.custom.values()].map(({ name, description }) => {
			const { resolved } = this.lookUp(`field ${name}`, name);
			const type = resolved.kind === 'typed' ? columnTypeOf(resolved.typed.type) : 'decimal';
			return { name, type, values: [], ...(description !== undefined && { description }) };
		});
		return this.types;
	}

	isDefined(field: string): boolean {
		return this.custom.has(field);
	}

	field(name: string): Resolved {
		return this.lookUp(`field ${name}`, name).resolved;
	}

	segment(reference: string): Resolved | null {
		const segment =
			this.segments.find(({ id }) => id === reference) ?? this.segments.find(({ name }) => name === reference);
		return segment ? this.lookUp(`segment ${segment.id}`, segment.name).resolved : null;
	}

	checked(field: string): CheckedRule {
		return this.lookUp(`field ${field}`, field).checked;
	}

	private lookUp(key: string, name: string): { readonly checked: CheckedRule; readonly resolved: Resolved } {
		const known = this.found.get(key);
		if (known) {
			return known;
		}
		const nothing: CheckedRule = { rule: null, typed: null, diagnostics: [] };
		if (this.open.includes(key)) {
			const path = [...this.open.slice(this.open.indexOf(key)), key].map((step) => this.nameOf(step));
			return { checked: nothing, resolved: { kind: 'cycle', path } };
		}
		if (this.open.length >= MAX_STEPS) {
			this.isCutShort = true;
			return { checked: nothing, resolved: { kind: 'too-large', name } };
		}
		this.open.push(key);
		const custom = key === `field ${name}` ? this.custom.get(name) : undefined;
		const checked = custom
			? checkValue(custom.expression, this.base, this)
			: checkRule(this.segments.find(({ id }) => key === `segment ${id}`)?.rule ?? '', this.base, this);
		this.open.pop();
		const entry = { checked, resolved: resolvedAs(name, checked) };
		if (!this.isCutShort || this.open.length === 0) {
			this.found.set(key, entry);
		}
		this.isCutShort &&= this.open.length > 0;
		return entry;
	}

	private nameOf(key: string): string {
		return this.segments.find(({ id }) => key === `segment ${id}`)?.name ?? key.slice('field '.length);
	}
}

function resolvedAs(name: string, { typed, diagnostics }: CheckedRule): Resolved {
	if (typed) {
		return isTooLarge(typed) ? { kind: 'too-large', name } : { kind: 'typed', typed };
	}
	const error = diagnostics.find(({ severity }) => severity === 'error');
	return { kind: 'broken', name, message: error?.message ?? '' };
}

function isTooLarge(typed: TypedRule): boolean {
	let count = 0;
	const pending: { readonly part: unknown; readonly level: number }[] = [{ part: typed, level: 0 }];
	for (let next = pending.pop(); next; next = pending.pop()) {
		const { part, level } = next;
		if (typeof part === 'object' && part !== null) {
			const isNode = 'kind' in part;
			count += isNode ? 1 : 0;
			if (count > MAX_PARTS || level > MAX_LEVELS) {
				return true;
			}
			for (const inner of Object.values(part)) {
				pending.push({ part: inner, level: isNode ? level + 1 : level });
			}
		}
	}
	return false;
}

function columnTypeOf(type: ValueType): ColumnType {
	return type === 'number' ? 'decimal' : type;
}
