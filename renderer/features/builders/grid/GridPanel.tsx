import { useMemo } from 'react';
import type { GridSettings, GridVariable } from '#shared/model/gridBuilder.ts';
import type { Result } from '#shared/protocol/methods.ts';
import { useStore } from '../../../engine/useStore.ts';
import { Button } from '../../../ui/Button.tsx';
import type { BuilderPanelProps } from '../Builder.ts';
import { BuilderOutcome } from '../BuilderOutcome.tsx';
import { useProposal, type AskBuilder } from '../useProposal.ts';
import { fieldsToSplit, suggestedGrid, suggestedVariable } from './gridChoices.ts';
import { GridMap } from './GridMap.tsx';
import { gridState } from './gridState.ts';
import { GridVariableForm } from './GridVariableForm.tsx';
import './grid.css';

const ask: AskBuilder<GridSettings, Result<'builders.grid'>> = (engine, settings, signal) =>
	engine.call('builders.grid', { settings }, { signal });

const MAX_VARIABLES = 3;

/** One to three variables, the map of their combinations, and a segment for each. */
export function GridPanel({ project }: BuilderPanelProps) {
	const { fields } = project;
	const chosen = useStore(gridState);
	const suggested = useMemo(() => suggestedGrid(fields), [fields]);
	const settings = chosen ?? suggested;
	const latest = useProposal(ask, settings, project);
	const { variables } = settings;
	const set = (next: readonly GridVariable[]) => gridState.set({ variables: [...next] });
	const taken = variables.map(({ field }) => field);
	const free = fieldsToSplit(fields).find(({ name }) => !taken.includes(name));
	return (
		<>
			<div className="grid-variables">
				{variables.map((variable, index) => (
					<GridVariableForm
						key={index}
						position={index + 1}
						variable={variable}
						fields={fields}
						taken={taken.filter((name) => name !== variable.field)}
						onChange={(next) => set(variables.with(index, next))}
						onRemove={variables.length === 1 ? null : () => set(variables.toSpliced(index, 1))}
					/>
				))}
				{free && variables.length < MAX_VARIABLES && (
					<div>
						<Button icon="add" onClick={() => set([...variables, suggestedVariable(free, fields)])}>
							Add a variable
						</Button>
					</div>
				)}
			</div>
			<BuilderOutcome method="Grid" isReadOnly={project.isReadOnly} latest={latest}>
				{({ facts, proposal }) => <GridMap facts={facts} proposal={proposal} />}
			</BuilderOutcome>
		</>
	);
}
