import fc from 'fast-check';
import type {
	Condition,
	ConditionGroup,
	ConditionNode,
	ConditionValue,
} from '#shared/rules/conditions/ConditionTree.ts';
import { compareOperators, textOperators } from '#shared/rules/Rule.ts';

const field = fc.constantFrom('a', 'Home country', 'in', 'days', 'größe', 'a`b');
const text = fc.oneof(fc.constantFrom('', "o'k", '--', 'x\ny', '2024-01-31'), fc.string({ maxLength: 5 }));
const value = fc.oneof(
	fc.constantFrom('0', '-3', '12.5', '90').map((digits): ConditionValue => ({ kind: 'number', digits })),
	text.map((content): ConditionValue => ({ kind: 'text', value: content })),
	text.map((content): ConditionValue => ({ kind: 'date', value: content })),
	fc.boolean().map((content): ConditionValue => ({ kind: 'boolean', value: content })),
	fc.constant<ConditionValue>({ kind: 'asof', shift: null }),
	fc
		.record({
			operator: fc.constantFrom('+' as const, '-' as const),
			digits: fc.constantFrom('1', '90'),
			unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const, 'years' as const),
		})
		.map((shift): ConditionValue => ({ kind: 'asof', shift })),
);
const chosen = fc.option(value, { freq: 6 });
const isNegated = fc.boolean();
const written = fc.constant(null);
const condition: fc.Arbitrary<Condition> = fc.oneof(
	fc.record({
		kind: fc.constant('compare' as const),
		field,
		operator: fc.constantFrom(...compareOperators),
		value: chosen,
		written,
	}),
	fc.record({ kind: fc.constant('range' as const), field, isNegated, low: chosen, high: chosen, written }),
	fc.record({
		kind: fc.constant('list' as const),
		field,
		isNegated,
		items: fc.array(value, { maxLength: 4 }),
		written,
	}),
	fc.record({
		kind: fc.constant('text-match' as const),
		field,
		operator: fc.constantFrom(...textOperators),
		isNegated,
		pattern: fc.option(text, { freq: 6 }),
		written,
	}),
	fc.record({ kind: fc.constant('missing' as const), field, isNegated, written }),
	fc.record({ kind: fc.constant('flag' as const), field, written }),
	fc
		.constantFrom(
			'a + b >  5',
			'lower(a)  = "x"',
			"segment('Big')",
			'a = b',
			'5 < a',
			'a >\n-- why\n b',
			'true',
			'a  or b',
			'not a',
			'not (a or days = 2 and b is null)',
			'a  >=  5',
			'null',
		)
		.map((content): Condition => ({ kind: 'expression', text: content, written: content })),
);

/** Trees as somebody might build them: half-built conditions, groups of one and of none included. */
export const arbitraryTree: fc.Arbitrary<ConditionGroup> = fc.letrec<{ group: ConditionGroup; node: ConditionNode }>(
	(tie) => ({
		group: fc
			.record({
				match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
				parts: fc.array(tie('node'), { maxLength: 4 }),
			})
			.map((made): ConditionGroup => ({ kind: 'group', ...made, gaps: null })),
		node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, condition, tie('group')),
	}),
).group;
