import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Customer } from './findCustomer.ts';
import type { ProofField } from './ProofField.ts';
import { Prover } from './Prover.ts';
import type { Finding, ProofRule } from './Prover.ts';

/** Past this all is forgotten: rules that are being edited leave their conditions behind. */
const MOST_FINDINGS = 60_000;

/** A rule that questions can be asked about; `number` is the same for equal rules. */
export interface KnownRule {
	readonly number: number;
	readonly typed: TypedRule;
	readonly proof: ProofRule;
}

export interface Asked {
	readonly rule: KnownRule;
	/** IS_TRUE or IS_NOT_TRUE. */
	readonly wanted: number;
}

/** A prover that keeps what it found, so that after an edit only questions about the changed rule are looked into. */
export class ProofMemory {
	readonly fields: readonly ProofField[];
	readonly asOfDay: number;
	private prover: Prover;
	private readonly rules = new Map<string, KnownRule>();
	private readonly findings = new Map<string, Finding>();

	constructor(fields: readonly ProofField[], asOfDay: number) {
		this.fields = fields;
		this.asOfDay = asOfDay;
		this.prover = new Prover(fields, asOfDay);
	}

	/** Not to be kept over a call of `trim`. */
	rule(typed: TypedRule): KnownRule {
		const key = JSON.stringify(typed);
		const rule = this.rules.get(key) ?? { number: this.rules.size, typed, proof: this.prover.rule(typed) };
		this.rules.set(key, rule);
		return rule;
	}

	find(asked: readonly Asked[]): Finding {
		const key = asked.map(({ rule, wanted }) => `${rule.number}:${wanted}`).join();
		const finding =
			this.findings.get(key) ?? this.prover.find(asked.map(({ rule, wanted }) => rule.proof.goal(wanted)));
		this.findings.set(key, finding);
		return finding;
	}

	/** Whether a rule is not true of a customer; null where that depends on fields that are left open. */
	isRefutedBy(rule: KnownRule, customer: Customer): boolean | null {
		return this.prover.isRefutedBy(rule.typed, customer);
	}

	/** To be called between proofs. */
	trim(): void {
		if (this.findings.size > MOST_FINDINGS) {
			this.findings.clear();
			this.rules.clear();
			this.prover = new Prover(this.fields, this.asOfDay);
		}
	}
}
