import { counted } from '#shared/base/counted.ts';
import { useStore } from '../../engine/useStore.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useWorkbench } from '../useServices.ts';

/** Leads to the list of everything that was said; dotted while something went by unread. */
export function NotificationBell() {
	const { notifications, run } = useWorkbench();
	const missed = useStore(notifications.missed);
	const label =
		missed === 0
			? 'Show all notifications'
			: `${counted(missed, 'notification')} went by since you last looked. Show all notifications`;
	return (
		<button
			type="button"
			className="status-item status-item-plain"
			aria-label={label}
			title={label}
			onClick={() => void run('workbench.showOutput')}
		>
			<Icon name={missed === 0 ? 'bell' : 'bell-dot'} />
		</button>
	);
}
