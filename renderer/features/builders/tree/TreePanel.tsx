import { useMemo } from 'react';
import type { TreeOutcome } from '#shared/model/treeBuilder.ts';
import type { Result } from '#shared/protocol/methods.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { useStore } from '../../../engine/useStore.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { BuilderPanelProps } from '../Builder.ts';
import { BuilderOutcome } from '../BuilderOutcome.tsx';
import { useProposal, type AskBuilder } from '../useProposal.ts';
import { TreeFieldList } from './TreeFieldList.tsx';
import { TreeForm } from './TreeForm.tsx';
import { TreeLimits } from './TreeLimits.tsx';
import { TreeTable } from './TreeTable.tsx';
import { chosenFields, treeState, usualOutcome, type TreeChoices } from './treeState.ts';
import './tree.css';

interface TreeQuestion {
	readonly choices: TreeChoices;
	readonly outcome: TreeOutcome | null;
	readonly level: number;
}

const askFields: AskBuilder<TreeOutcome | null, Result<'builders.treeFields'>> = (engine, outcome, signal) =>
	engine.call('builders.treeFields', { outcome }, { signal });

const ask: AskBuilder<TreeQuestion, Result<'builders.tree'>> = async (engine, question, signal) => {
	const { choices, outcome, level } = question;
	if (outcome === null) {
		throw new EngineError('data', 'There is no outcome to explain. Choose one.');
	}
	const known = await engine.call('builders.treeFields', { outcome }, { signal });
	const fields = chosenFields(choices, known.fields);
	if (fields.length === 0) {
		throw new EngineError('data', 'No field is chosen. Choose at least one that rules may use.');
	}
	return engine.call('builders.tree', { settings: { ...choices, outcome, fields, level } }, { signal });
};

/** The outcome, what the tree may use, the tree with its figures from the holdout, and the segments it gives. */
export function TreePanel({ project }: BuilderPanelProps) {
	const choices = useStore(treeState);
	const usual = useMemo(() => usualOutcome(project.fields), [project.fields]);
	const outcome = choices.outcome ?? usual;
	const { level } = project.settings;
	const question = useMemo(() => ({ choices, outcome, level }), [choices, outcome, level]);
	const known = useProposal(askFields, outcome, project);
	const latest = useProposal(ask, question, project);
	const change = (part: Partial<TreeChoices>) => treeState.update((state) => ({ ...state, ...part }));
	if (outcome === null) {
		return (
			<EmptyState icon="type-hierarchy" title="No outcome to explain">
				The customers have no yes-or-no field and no numbers. Import orders or campaign recipients, or map such a
				column.
			</EmptyState>
		);
	}
	const fields = known.value?.fields ?? [];
	return (
		<>
			<TreeForm choices={choices} outcome={outcome} fields={project.fields} onChange={change} />
			<TreeLimits choices={choices} onChange={change} />
			<TreeFieldList
				fields={fields}
				chosen={chosenFields(choices, fields)}
				onChange={(chosen) => change({ fields: chosen })}
			/>
			<BuilderOutcome method="Decision tree" isReadOnly={project.isReadOnly} latest={latest}>
				{({ facts }) => <TreeTable facts={facts} />}
			</BuilderOutcome>
		</>
	);
}
