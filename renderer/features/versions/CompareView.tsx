import { useCallback, useMemo, useState } from 'react';
import { diffSegmentations } from '#shared/versions/diffSegmentations.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { useProject } from '../../engine/useProject.ts';
import { Busy } from '../../ui/Busy.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { DefinitionDiff } from './DefinitionDiff.tsx';
import { PeopleMovedTable } from './PeopleMovedTable.tsx';
import { sideOfParam, sideTitle, type Side } from './side.ts';
import { useSide } from './useSide.ts';
import './versions.css';

/** Two states of the segmentation side by side: what changed in the rules, and who is somewhere else because of it. */
export function CompareView({ params }: ViewProps) {
	const engine = useEngine();
	const project = useProject();
	const newest = project?.versions[0]?.id ?? 'draft';
	const [before, setBefore] = useState<Side>(() =>
		params['before'] === undefined ? newest : sideOfParam(params['before']),
	);
	const [after, setAfter] = useState<Side>('draft');
	const [first, second] = [useSide(before), useSide(after)];
	const [from, to] = [first.value, second.value];
	const diff = useMemo(() => from && to && diffSegmentations(from, to), [from, to]);
	const hasCustomers = (project?.customers ?? 0) > 0;
	const ask = useCallback(
		async (signal: AbortSignal) =>
			from && to ? engine.call('versions.compare', { before: from, after: to }, { signal }) : null,
		// Other data makes other figures.
		// eslint-disable-next-line react-hooks/exhaustive-deps
		[engine, from, to, project?.revision],
	);
	const moved = useLatest(from && to && hasCustomers ? ask : null);
	if (!project || project.versions.length === 0) {
		return (
			<EmptyState icon="git-compare" title="Nothing to compare yet">
				Save a version of the segments. Later changes can then be compared with it.
			</EmptyState>
		);
	}
	const options = (['draft', ...project.versions.map(({ id }) => id)] as const).map((side) => ({
		value: String(side),
		label: labelOf(side),
	}));
	function labelOf(side: Side): string {
		const reason = project?.versions.find(({ id }) => id === side)?.reason;
		return `${sideTitle(side, project?.versions ?? [])}${reason ? `: ${reason}` : ''}`;
	}
	const sideOf = (value: string): Side => (value === 'draft' ? 'draft' : Number(value));
	return (
		<div className="version" aria-busy={moved.isSlow}>
			<div className="compare-sides">
				<Select
					label="Before"
					value={String(before)}
					options={options}
					onChange={(value) => setBefore(sideOf(value))}
				/>
				<Select label="After" value={String(after)} options={options} onChange={(value) => setAfter(sideOf(value))} />
			</div>
			{[first.error, second.error, moved.error].map((error, index) =>
				error ? <ErrorState key={index} error={error} /> : null,
			)}
			{moved.value ? (
				<PeopleMovedTable moved={moved.value} />
			) : (
				moved.isSlow && <Busy label="Counting who moved" onCancel={moved.cancel} />
			)}
			{diff && (
				<>
					<h2>What changed in the definition</h2>
					{diff.isSame ? (
						<p className="version-note">Nothing: the two are the same.</p>
					) : (
						<DefinitionDiff diff={diff} />
					)}
				</>
			)}
		</div>
	);
}
