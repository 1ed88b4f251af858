import type { FrameField } from '#shared/model/frameField.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { checkRule } from '#shared/rules/checkRule.ts';
import type { Column } from '../../columns/Column.ts';
import { evaluateCondition } from '../../rules/evaluateCondition.ts';
import { OutcomeCache } from '../../rules/OutcomeCache.ts';
import { fieldsOf } from '../../rules/predicate/fieldsOf.ts';
import type { RowSource } from './RowSource.ts';

export interface RowFilter {
	/** Positions of the columns that the rule reads. */
	readonly positions: readonly number[];
	/** Rows of a block for which the rule is true; `columns` are those at `positions`. */
	rows(columns: readonly Column[], length: number): Int32Array;
}

/** A rule over the columns of a source. Unknown counts as false, as in SQL's WHERE. Throws `data` for rules that cannot be read. */
export function rowFilter(rule: string, source: RowSource): RowFilter {
	const fields = source.columns.map(({ name, type }): FrameField => ({
		name,
		type,
		origin: 'attribute',
		description: '',
		unit: null,
		nulls: 0,
		values: [],
	}));
	const { typed, diagnostics } = checkRule(rule, fields);
	if (!typed) {
		const error = diagnostics.find(({ severity }) => severity === 'error');
		throw new EngineError('data', `The rule cannot be used: ${error?.message ?? 'it is empty.'}`);
	}
	const wanted = new Set(fieldsOf(typed));
	const positions = source.columns.flatMap(({ name }, position) => (wanted.has(name) ? [position] : []));
	return {
		positions,
		rows(columns, length) {
			const named = new Map(positions.map((position, index) => [source.columns[position]!.name, columns[index]!]));
			const frame = {
				length,
				asOfDay: source.asOfDay,
				fields: fields.filter(({ name }) => named.has(name)),
				columns: named,
				customerId: String,
			};
			const { isTrue } = evaluateCondition(typed, frame, new OutcomeCache());
			const rows: number[] = [];
			for (let word = 0; word < isTrue.length; word++) {
				for (let bits = isTrue[word]!; bits !== 0; bits &= bits - 1) {
					rows.push(word * 32 + (31 - Math.clz32(bits & -bits)));
				}
			}
			return Int32Array.from(rows);
		},
	};
}
