import type { CompareOperator } from '../Rule.ts';
import type { ConditionNode } from './ConditionTree.ts';

const opposites: Readonly<Record<CompareOperator, CompareOperator>> = {
	'=': '!=',
	'!=': '=',
	'<': '>=',
	'>=': '<',
	'>': '<=',
	'<=': '>',
};

/**
 * What is true exactly where the node is false. As with `not`, it stays unknown where a value is missing: a comparison and its
 * opposite are unknown for the same customers.
 */
export function negateNode(node: ConditionNode): ConditionNode {
	switch (node.kind) {
		case 'group':
			if (node.match === 'all') {
				return { kind: 'group', match: 'none', parts: [node], gaps: null };
			}
			return node.match === 'none' && node.parts[0]?.kind === 'group' && node.parts.length === 1
				? node.parts[0]
				: { ...node, match: node.match === 'any' ? 'none' : 'any', gaps: null };
		case 'compare':
			return { ...node, operator: opposites[node.operator], written: null };
		case 'range':
		case 'list':
		case 'text-match':
		case 'missing':
			return { ...node, isNegated: !node.isNegated, written: null };
		case 'flag':
			return {
				kind: 'compare',
				field: node.field,
				operator: '=',
				value: { kind: 'boolean', value: false },
				written: null,
			};
		case 'expression':
			return { kind: 'group', match: 'none', parts: [node], gaps: null };
	}
}
