import { useLayoutEffect, useRef, useState } from 'react';
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

/**
 * Notifications at the lower right, the newest below; at the upper right where they would lie on what has the focus, which
 * is mostly what they speak of. The list is there before anything is in it, so that screen readers tell what comes.
 */
export function Toasts() {
	const { notifications } = useWorkbench();
	const shown = useStore(notifications.shown);
	const list = useRef<HTMLElement>(null);
	const [isAbove, setAbove] = useState(false);
	/** Where the keyboard came from, to give it back when the toast that it is in goes. */
	const [origin, setOrigin] = useState<Element | null>(null);
	const newest = shown.at(-1)?.id;
	useLayoutEffect(() => {
		const focused = document.activeElement;
		if (list.current && newest !== undefined && !list.current.contains(focused)) {
			setAbove((wasAbove) => wasAbove || isCovered(focused, list.current!));
		} else if (newest === undefined) {
			setAbove(false);
			notifications.hold(false);
			if (origin instanceof HTMLElement && (focused === document.body || focused === null)) {
				origin.focus();
			}
			setOrigin(null);
		}
	}, [newest, notifications, origin]);
	return (
		<section
			ref={list}
			className={`toasts ${isAbove ? 'toasts-above' : ''}`}
			aria-label="Notifications"
			aria-live="polite"
			aria-relevant="additions"
			data-part={shown.length > 0 ? 'notifications' : undefined}
			onPointerEnter={() => notifications.hold(true)}
			onPointerLeave={() => notifications.hold(false)}
			onFocus={({ relatedTarget, currentTarget }) => {
				notifications.hold(true);
				if (relatedTarget && !currentTarget.contains(relatedTarget)) {
					setOrigin(relatedTarget);
				}
			}}
			onBlur={({ relatedTarget, currentTarget }) => {
				if (!currentTarget.contains(relatedTarget)) {
					notifications.hold(false);
				}
			}}
		>
			{shown.map((notification) => (
				<Toast key={notification.id} notification={notification} />
			))}
		</section>
	);
}

function isCovered(element: Element | null, cover: Element): boolean {
	if (!element || element === document.body) {
		return false;
	}
	const [below, above] = [element.getBoundingClientRect(), cover.getBoundingClientRect()];
	// What is larger than a control, such as a whole grid, always has a part that stays free.
	const isControl = below.height <= 120;
	return (
		isControl &&
		below.left < above.right &&
		below.right > above.left &&
		below.top < above.bottom &&
		below.bottom > above.top
	);
}

function Toast({ notification }: { readonly notification: Notification }) {
	const { notifications } = useWorkbench();
	const { id, tone, message, actions, task } = notification;
	return (
		<div className="toast" role={tone === 'error' ? 'alert' : undefined}>
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
