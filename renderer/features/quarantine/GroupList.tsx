import type { FixAction, QuarantineGroup } from '#shared/model/quarantineFix.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';

interface GroupListProps {
	readonly groups: readonly QuarantineGroup[];
	readonly total: number;
	/** Null is all of them. */
	readonly selected: number | null;
	/** Groups that a fix has been chosen for. */
	readonly fixed: ReadonlyMap<number, FixAction>;
	readonly onSelect: (id: number | null) => void;
}

/** The reasons with their counts. Arrow keys move, Enter and Space choose. */
export function GroupList({ groups, total, selected, fixed, onSelect }: GroupListProps) {
	const roving = useRovingFocus('vertical');
	const entries = [{ id: null, reason: 'All reasons', rows: total }, ...groups];
	return (
		<div
			className="quarantine-groups"
			role="toolbar"
			aria-label="Reasons"
			aria-orientation="vertical"
			onKeyDown={roving}
		>
			{entries.map(({ id, reason, rows }) => (
				<button
					key={id ?? 'all'}
					type="button"
					className="quarantine-group"
					aria-pressed={id === selected}
					tabIndex={id === selected ? 0 : -1}
					onClick={() => onSelect(id)}
				>
					<span className="quarantine-reason">
						{id !== null && fixed.has(id) && (
							<>
								<Icon name="wrench" />
								<span className="visually-hidden">With a fix: </span>
							</>
						)}
						{reason}
					</span>
					<span className="number">{format.count(rows)}</span>
				</button>
			))}
		</div>
	);
}
