import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { describeProgress } from '../../ui/describeProgress.ts';
import { useWorkbench } from '../useServices.ts';
import type { Notification } from './NotificationStore.ts';
import { toneIcons } from './toneIcons.ts';
import './Toasts.css';

/** Notifications at the lower right, the newest below. */
export function Toasts() {
	const { notifications } = useWorkbench();
	const shown = useStore(notifications.shown);
	return (
		<section className="toasts" aria-label="Notifications">
			{shown.map((notification) => (
				<Toast key={notification.id} notification={notification} />
			))}
		</section>
	);
}

function Toast({ notification }: { readonly notification: Notification }) {
	const { notifications } = useWorkbench();
	const { id, tone, message, actions, task } = notification;
	return (
		<div className="toast" role={tone === 'error' ? 'alert' : 'status'}>
			<Icon name={task ? 'sync' : toneIcons[tone]} className={`tone-${tone}`} />
			<div className="toast-body">
				<p>{message}</p>
				{task && (
					<ProgressBar
						label={message}
						progress={task.progress}
						detail={describeProgress(task.progress)}
						onCancel={() => task.cancel()}
					/>
				)}
				{actions.length > 0 && (
					<div className="toast-actions">
						{actions.map((action) => (
							<Button
								key={action.label}
								onClick={() => {
									notifications.dismiss(id);
									action.run();
								}}
							>
								{action.label}
							</Button>
						))}
					</div>
				)}
			</div>
			{!task && <IconButton icon="close" label="Close this notification" onClick={() => notifications.dismiss(id)} />}
		</div>
	);
}
