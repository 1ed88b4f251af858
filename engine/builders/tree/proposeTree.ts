import type { BuilderNote, BuilderProposal } from '#shared/model/builderProposal.ts';
import type { TreeFacts, TreeSettings } from '#shared/model/treeBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Job } from '../../job.ts';
import type { BuilderInput } from '../BuilderInput.ts';
import { measureProposal } from '../measureProposal.ts';
import { assignLeaves } from './assignLeaves.ts';
import { binField } from './binField.ts';
import type { BinnedField } from './BinnedField.ts';
import { describeLeaf } from './describeLeaf.ts';
import { nodeConditions } from './nodeConditions.ts';
import { leafNames } from './leafNames.ts';
import { explainedShare, leafStatistics } from './leafStatistics.ts';
import { leaksOf } from './leakOf.ts';
import { learnTree } from './learnTree.ts';
import { missingInLeaves } from './missingInLeaves.ts';
import { fieldsOfOutcome, outcomeValues, unknownNote } from './outcomeValues.ts';
import { splitCustomers } from './splitCustomers.ts';
import { treeFactsOf } from './treeFactsOf.ts';
import { leavesOf } from './TreeNode.ts';
import { treeNotes } from './treeNotes.ts';
import { writeRule } from './writeRule.ts';

export interface TreeProposal {
	readonly proposal: BuilderProposal;
	readonly facts: TreeFacts;
}

const MAX_RULE = 20_000;

/**
 * Segments from the leaves of a decision tree on an outcome, highest first. The tree learns from the training part; what is said of its
 * leaves comes from the holdout. The rules take every customer whatever is missing, and no two take the same one. Throws `data` where
 * the outcome or the fields cannot be used, or there is nothing to learn.
 */
export async function proposeTree(input: BuilderInput, settings: TreeSettings, job: Job): Promise<TreeProposal> {
	const { frame } = input;
	await job.tick(0, null, 'Reading the outcome');
	const outcome = outcomeValues(settings.outcome, input);
	const partOfRow = splitCustomers(outcome.isKnown, settings.holdoutShare, settings.seed);
	const fields = await binFields(input, settings.fields, job);
	const { root, mean } = await learnTree(fields, outcome, partOfRow, settings, job);

	const leaves = leavesOf(root);
	const leafOfRow = await assignLeaves(root, frame.length, job);
	const sums = await leafStatistics(leafOfRow, leaves.length, partOfRow, outcome.values, mean, job);
	const learned = sums.map(({ training }) => training.sumX / training.n);
	const order = [...leaves.keys()].sort((left, right) => learned[right]! - learned[left]!);
	const { kind } = settings.outcome;
	const segmentOfLeaf = leaves.map((_, leaf) => order.indexOf(leaf));
	const nodes = treeFactsOf(root, sums, segmentOfLeaf, kind, settings.level);
	const facts: TreeFacts = {
		outcome: { kind, label: outcome.label, isMoney: outcome.isMoney },
		nodes,
		level: settings.level,
		withoutOutcome: outcome.unknown,
		explained: { training: explainedShare(sums, 'training'), holdout: explainedShare(sums, 'holdout') },
	};

	await job.tick(0, null, 'Counting segments');
	const conditionsOf = nodeConditions(root);
	const conditions = leaves.map((leaf) => conditionsOf.get(leaf)!);
	const isMissingIn = missingInLeaves(leafOfRow, conditions);
	const names = leafNames(
		order.map((leaf) => conditions[leaf]!),
		(segment, { field }) => isMissingIn(order[segment]!, field),
	);
	const unknown = unknownNote(outcome);
	const proposal = measureProposal(input, {
		segments: order.map((leaf, segment) => ({
			name: names[segment]!,
			rule: ruleOf(writeRule(conditions[leaf]!)),
			description: describeLeaf(
				nodes.find((node) => node.segment === segment)!,
				facts,
			),
		})),
		remainder: {
			name: 'Everyone else',
			description: 'The leaves take every customer, also where values are missing, so nobody is left.',
		},
		customFields: [],
		notes: [
			...leakNotes(input, settings),
			...treeNotes(facts, fields, settings),
			...(unknown === null ? [] : [{ severity: 'info', text: unknown } as const]),
		],
	});
	return { proposal, facts };
}

async function binFields(input: BuilderInput, names: readonly string[], job: Job): Promise<BinnedField[]> {
	const fields: BinnedField[] = [];
	for (const [index, name] of [...new Set(names)].entries()) {
		await job.tick(index, names.length, 'Reading the fields');
		const field = binField(input.frame, name);
		if (field === null) {
			throw new EngineError(
				'data',
				`The field “${name}” is text of many different values, which a tree cannot group. Leave it out.`,
			);
		}
		fields.push(field);
	}
	return fields;
}

/** Warnings on the fields that rules may use. */
function leakNotes(input: BuilderInput, { outcome, fields }: TreeSettings): BuilderNote[] {
	const read = fieldsOfOutcome(outcome, input);
	const texts = fields.map(leaksOf(read, input)).filter((text) => text !== null);
	return texts.map((text) => ({ severity: 'warning', text }));
}

function ruleOf(rule: string): string {
	if (rule.length > MAX_RULE) {
		throw new EngineError('data', 'A rule lists too many labels to be written. Leave fields with many labels out.');
	}
	return rule;
}
