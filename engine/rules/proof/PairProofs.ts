import { printField, printText } from '#shared/rules/printRule.ts';
import type { ProofWitness } from '#shared/rules/proof/segmentationProof.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../../frame/Frame.ts';
import { describeOpen } from './describeOpen.ts';
import { frameProofFields } from './frameProofFields.ts';
import { IS_TRUE, Prover } from './Prover.ts';
import { Witnesses } from './Witnesses.ts';

export type PairProof =
	| { readonly verdict: 'disjoint' }
	/** The values of a customer who would match both, as text. */
	| { readonly verdict: 'overlap'; readonly witness: string }
	| { readonly verdict: 'unprovable'; readonly reason: string };

/** Past this all is forgotten: rules that are being edited leave their conditions behind. */
const MAX_PAIRS = 5000;

/** Whether two rules can be true of one customer of a frame's fields, kept for pairs that come again. */
export class PairProofs {
	private readonly frame: Frame;
	private prover: Prover | null = null;
	private readonly known = new Map<string, PairProof>();

	constructor(frame: Frame) {
		this.frame = frame;
	}

	find(first: TypedRule, second: TypedRule): PairProof {
		const key = JSON.stringify([first, second]);
		const proof = this.known.get(key) ?? this.prove(first, second);
		if (this.known.size >= MAX_PAIRS) {
			this.known.clear();
			this.prover = null;
		}
		this.known.set(key, proof);
		return proof;
	}

	private prove(first: TypedRule, second: TypedRule): PairProof {
		const fields = frameProofFields(this.frame);
		this.prover ??= new Prover(fields, this.frame.asOfDay);
		const rules = [first, second].map((typed) => this.prover!.rule(typed).goal(IS_TRUE));
		const finding = this.prover.find(rules);
		switch (finding.kind) {
			case 'impossible':
				return { verdict: 'disjoint' };
			case 'possible':
				return { verdict: 'overlap', witness: witnessText(new Witnesses(fields, null).ofCustomer(finding.customer)) };
			case 'open':
				return { verdict: 'unprovable', reason: describeOpen(finding) };
		}
	}
}

/** `order_count = 7, country is null`. */
export function witnessText({ values }: Pick<ProofWitness, 'values'>): string {
	return values
		.map(({ field, value }) =>
			value === null
				? `${printField(field)} is null`
				: `${printField(field)} = ${typeof value === 'string' ? printText(value) : String(value)}`,
		)
		.join(', ');
}
