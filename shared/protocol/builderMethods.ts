import { z } from 'zod';
import { builderProposal } from '#shared/model/builderProposal.ts';
import { clusterFacts, clusterSettings } from '#shared/model/clusterBuilder.ts';
import { gridFacts, gridSettings } from '#shared/model/gridBuilder.ts';
import { rfmFacts, rfmSettings } from '#shared/model/rfmBuilder.ts';
import { scoreFacts, scoreSettings } from '#shared/model/scoreBuilder.ts';
import { treeFacts, treeField, treeOutcome, treeSettings } from '#shared/model/treeBuilder.ts';
import { method } from './method.ts';

/** One method per builder: settings in, a proposal and what the builder's panel shows beside it out. Nothing is changed. Ask latest-only. */
export const builderMethods = {
	'builders.rfm': method({
		kind: 'read',
		input: z.strictObject({ settings: rfmSettings }),
		output: z.strictObject({ proposal: builderProposal, facts: rfmFacts }),
	}),
	'builders.grid': method({
		kind: 'read',
		input: z.strictObject({ settings: gridSettings }),
		output: z.strictObject({ proposal: builderProposal, facts: gridFacts }),
	}),
	'builders.score': method({
		kind: 'read',
		input: z.strictObject({ settings: scoreSettings }),
		output: z.strictObject({ proposal: builderProposal, facts: scoreFacts }),
	}),
	'builders.tree': method({
		kind: 'read',
		input: z.strictObject({ settings: treeSettings }),
		output: z.strictObject({ proposal: builderProposal, facts: treeFacts }),
	}),
	/** The fields of the customers with what speaks against learning an outcome from them. */
	'builders.treeFields': method({
		kind: 'read',
		input: z.strictObject({ outcome: treeOutcome.nullable() }),
		output: z.strictObject({ fields: z.array(treeField) }),
	}),
	'builders.clusters': method({
		kind: 'read',
		input: z.strictObject({ settings: clusterSettings }),
		output: z.strictObject({ proposal: builderProposal, facts: clusterFacts }),
	}),
} as const;
