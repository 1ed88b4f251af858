import { useMemo } from 'react';
import { counted } from '#shared/base/counted.ts';
import { formatDifference, formatNumber } from '#shared/metrics/formatNumber.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { OverlapAmount, SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import { applyRepair } from '#shared/rules/repair/applyRepair.ts';
import { useDraftActions } from '../../engine/useDraft.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';
import { useServices } from '../../workbench/useServices.ts';
import { effectRows, isMoved, type EffectRow } from './effectRows.ts';
import { choose } from './overlapState.ts';
import type { OfferedRepair } from './repairsOf.ts';
import { useOverlap } from './useOverlap.ts';

export interface RepairContext {
	readonly draft: Segmentation;
	readonly overlap: SegmentOverlap;
	readonly currency: string | null;
}

interface RepairPreviewProps extends RepairContext {
	readonly offered: OfferedRepair;
}

/** People and money per segment before and after a repair, the new rules, and the button that does it. */
export function RepairPreview({ draft, overlap, currency, offered }: RepairPreviewProps) {
	const services = useServices();
	const { updateDraft } = useDraftActions();
	const repaired = useMemo(() => applyRepair(draft, offered.repair), [draft, offered]);
	const after = repaired.kind === 'repaired' ? repaired.segmentation : null;
	const { value, error, isSlow, isRunning, cancel } = useOverlap(after);
	if (repaired.kind === 'refused') {
		return <p className="overlap-note overlap-effect">{repaired.reason}</p>;
	}
	if (error) {
		return <ErrorState error={error} />;
	}
	if (!value || !after || isRunning) {
		return isSlow ? <Busy label="Counting the effect" onCancel={cancel} /> : <div className="overlap-effect" />;
	}
	const rows = effectRows({ draft, overlap }, { draft: after, overlap: value });
	const moved = rows.filter(isMoved);
	const apply = () => {
		updateDraft((now) => {
			const result = applyRepair(now, offered.repair);
			return result.kind === 'repaired' ? result.segmentation : now;
		}, offered.label);
		choose(null);
		services.notifications.show('success', `${offered.label}: done.`, [
			{ label: 'Undo', run: () => void services.run('edit.undo') },
		]);
	};
	return (
		<div className="overlap-effect" ref={reveal}>
			<p>
				{moved.length === 0 ? 'Nobody changes segment.' : ''} {contestedSentence(overlap, value)}
			</p>
			{moved.length > 0 && (
				<table className="overlap-table">
					<thead>
						<tr>
							<th scope="col">Segment</th>
							<th scope="col" className="number">
								People
							</th>
							{overlap.base.revenue !== null && (
								<th scope="col" className="number">
									Revenue
								</th>
							)}
						</tr>
					</thead>
					<tbody>
						{moved.map((row) => (
							<tr key={row.id}>
								<th scope="row">
									{row.name}
									{row.before === null ? ' (new)' : row.after === null ? ' (removed)' : ''}
								</th>
								<td className="number">{peopleChange(row)}</td>
								{overlap.base.revenue !== null && (
									<td className="number">{revenueChange(row.before, row.after, currency)}</td>
								)}
							</tr>
						))}
					</tbody>
				</table>
			)}
			<div className="overlap-effect-actions">
				<Button kind="primary" onClick={apply}>
					{offered.label}
				</Button>
			</div>
			{rows.map(({ id, name, rule }) =>
				rule === null ? null : (
					<div key={id} className="overlap-rule">
						<span className="overlap-note">New rule of {name}</span>
						<pre>{rule}</pre>
					</div>
				),
			)}
		</div>
	);
}

/** The offers stand at the end of the panel, so what one of them does would open out of sight. */
function reveal(effect: HTMLElement | null): void {
	effect?.scrollIntoView({ block: 'nearest' });
}

function contestedSentence(before: SegmentOverlap, after: SegmentOverlap): string {
	const [was, is] = [before.contested.people, after.contested.people];
	return was === is
		? `${counted(is, 'customer')} in more than one rule, as before.`
		: `${counted(is, 'customer')} in more than one rule instead of ${format.count(was)}.`;
}

function peopleChange({ before, after }: EffectRow): string {
	const [was, is] = [before?.people ?? 0, after?.people ?? 0];
	const difference = formatDifference(is - was, 'people', { currency: null });
	return `${format.count(was)} → ${format.count(is)} (${difference})`;
}

function revenueChange(before: OverlapAmount | null, after: OverlapAmount | null, currency: string | null): string {
	const money = (amount: OverlapAmount | null) => formatNumber(amount?.revenue ?? 0, 'money', { currency });
	return `${money(before)} → ${money(after)}`;
}
