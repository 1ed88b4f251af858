import type { SegmentMigration } from '#shared/model/segmentMigration.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Leaks, what to know when reading the figures, and rules that cannot be read. */
export function MigrationFindings({ migration }: { readonly migration: SegmentMigration }) {
	const { warnings, notes, problems } = migration;
	const lines = [
		...problems.map((text) => ({ icon: 'error', tone: 'tone-error', text })),
		...warnings.map(({ isTotalHeld, message }) => ({
			icon: isTotalHeld ? 'warning' : 'info',
			tone: isTotalHeld ? 'tone-warning' : '',
			text: message,
		})),
		...notes.map((text) => ({ icon: 'info', tone: '', text })),
	];
	return lines.length === 0 ? null : (
		<ul className="migration-findings" aria-label="Findings">
			{lines.map(({ icon, tone, text }) => (
				<li key={text}>
					<Icon name={icon} className={tone} />
					<span>{text}</span>
				</li>
			))}
		</ul>
	);
}
