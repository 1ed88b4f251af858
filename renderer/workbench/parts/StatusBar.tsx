import { Icon } from '../../ui/Icon.tsx';
import type { StatusItem } from '../contribution.ts';
import type { StatusFacts } from '../statusFacts.ts';
import { useWorkbench } from '../useServices.ts';
import { useStatusFacts } from '../useStatusFacts.ts';
import { NotificationBell } from './NotificationBell.tsx';
import './StatusBar.css';

/** What is in force, and what needs attention. */
export function StatusBar() {
	const { registry } = useWorkbench();
	const facts = useStatusFacts();
	return (
		<footer className="status-bar" aria-label="Status bar" data-part="status">
			{(['left', 'right'] as const).map((side) => (
				<div key={side} className="status-side">
					{registry.statusItems
						.filter((item) => item.side === side)
						.map((item) => (
							<StatusEntry key={item.id} item={item} facts={facts} />
						))}
					{side === 'right' && <NotificationBell />}
				</div>
			))}
		</footer>
	);
}

function StatusEntry({ item, facts }: { readonly item: StatusItem; readonly facts: StatusFacts }) {
	const { run } = useWorkbench();
	const shown = item.show(facts);
	if (!shown) {
		return null;
	}
	const content = (
		<>
			{shown.icon && <Icon name={shown.icon} />}
			{shown.text && <span>{shown.text}</span>}
		</>
	);
	const className = `status-item status-item-${shown.tone ?? 'plain'}`;
	const { command } = item;
	return command ? (
		<button type="button" className={className} title={shown.tooltip} onClick={() => void run(command)}>
			{content}
		</button>
	) : (
		<span className={className} title={shown.tooltip}>
			{content}
		</span>
	);
}
