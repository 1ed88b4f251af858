import { useContextKeys } from '../../workbench/useServices.ts';
import { overlapState } from './overlapState.ts';
import { RepairPreview } from './RepairPreview.tsx';
import type { OfferedRepair } from './repairsOf.ts';
import type { RepairContext } from './RepairPreview.tsx';

interface RepairListProps extends RepairContext {
	readonly offered: readonly OfferedRepair[];
	readonly openRepair: OfferedRepair | null;
	readonly title?: string;
}

/** What can be done, each with its effect before it is done. */
export function RepairList({ offered, openRepair, title = 'What can be done', ...context }: RepairListProps) {
	const { isReadOnly } = useContextKeys();
	if (isReadOnly || offered.length === 0) {
		return null;
	}
	return (
		<section className="overlap-repairs" aria-label={title}>
			<h3>{title}</h3>
			<ul>
				{offered.map((entry) => {
					const isOpen = openRepair?.label === entry.label;
					return (
						<li key={entry.label} data-open={isOpen}>
							<button
								type="button"
								className="overlap-repair"
								aria-expanded={isOpen}
								onClick={() => overlapState.update((state) => ({ ...state, repair: isOpen ? null : entry.repair }))}
							>
								<span>{entry.label}…</span>
								<span className="overlap-note">{entry.detail}</span>
							</button>
							{isOpen && <RepairPreview key={entry.label} offered={entry} {...context} />}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
