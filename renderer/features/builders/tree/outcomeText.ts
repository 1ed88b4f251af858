import type { TreeOutcome } from '#shared/model/treeBuilder.ts';

export function outcomeText(outcome: TreeOutcome): string {
	return outcome.kind === 'rate' ? `Share with ${outcome.rule}` : `Mean ${outcome.field}`;
}
