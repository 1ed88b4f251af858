import type { Segmentation } from '#shared/model/segmentation.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Job } from '../job.ts';
import { valueColumn } from '../rules/valueColumn.ts';
import { fieldFacts, type FieldDescription, type FieldFacts } from './fieldFacts.ts';

/** Columns whose counts are kept: the ones that somebody types a rule about. A million distinct values take up to 24 MB. */
const KEPT = 4;

export interface FieldQuestion {
	readonly field: string;
	readonly prefix: string;
	readonly limit: number;
	/** The draft whose custom fields count; without one only fields of the data do. */
	readonly segmentation: Segmentation | null;
}

/** What is known of the fields of one frame. */
interface KnownFields {
	readonly frame: Frame;
	readonly checks: RuleChecks;
	/** The one that was asked for last comes last. */
	readonly facts: Map<string, FieldFacts>;
}

/** Tells what values fields hold: those of the frame, and custom ones, which are calculated for it. */
export class FieldDesk {
	private known: KnownFields | null = null;

	/** Throws `not-found` for a field that does not exist, `data` for a custom one whose expression is wrong. */
	async describe(frame: Frame, question: FieldQuestion, job: Job): Promise<FieldDescription> {
		const known = this.of(frame);
		const { key, count } = source(known, question, job);
		const facts = known.facts.get(key) ?? (await count());
		keep(known.facts, key, facts);
		const { top, ...others } = facts;
		return { ...others, top: [...top(question.prefix, question.limit)] };
	}

	private of(frame: Frame): KnownFields {
		if (this.known?.frame !== frame) {
			this.known = { frame, checks: new RuleChecks(frame.fields), facts: new Map() };
		}
		return this.known;
	}
}

function source({ frame, checks }: KnownFields, { field, segmentation }: FieldQuestion, job: Job) {
	if (segmentation?.customFields.some(({ name }) => name === field)) {
		const { typed, diagnostics } = checks.within(segmentation).checkField(field);
		if (!typed) {
			const error = diagnostics.find(({ severity }) => severity === 'error');
			throw new EngineError('data', `The custom field “${field}” has no values yet. ${error?.message ?? ''}`.trimEnd());
		}
		const count = async () => fieldFacts(await valueColumn(typed, frame, job), job);
		return { key: `value ${JSON.stringify(typed)}`, count };
	}
	const column = frame.columns.get(field);
	if (!column) {
		throw new EngineError('not-found', `There is no field "${field}".`);
	}
	return { key: `field ${field}`, count: () => fieldFacts(column, job) };
}

function keep(kept: Map<string, FieldFacts>, key: string, facts: FieldFacts): void {
	kept.delete(key);
	kept.set(key, facts);
	for (const oldest of kept.keys()) {
		if (kept.size <= KEPT) {
			return;
		}
		kept.delete(oldest);
	}
}
