import { useEffect, useRef } from 'react';
import { useStore } from '../../engine/useStore.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { toneIcons } from '../notifications/toneIcons.ts';
import { useWorkbench } from '../useServices.ts';
import './panelViews.css';

/** What this window has done and said since it was opened, the newest last. */
export function OutputView() {
	const { notifications } = useWorkbench();
	const lines = useStore(notifications.log);
	const missed = useStore(notifications.missed);
	const end = useRef<HTMLDivElement>(null);
	useEffect(() => {
		end.current?.scrollIntoView({ block: 'nearest' });
	}, [lines]);
	useEffect(() => {
		if (missed > 0) {
			notifications.markRead();
		}
	}, [notifications, missed]);
	if (lines.length === 0) {
		return <p className="panel-empty">Nothing yet. What imports, restarts and exports say is kept here.</p>;
	}
	return (
		<div role="log" aria-label="Output">
			{lines.map((line) => (
				<div key={`${line.at.getTime()} ${line.message}`} className="panel-row">
					<span className="panel-row-note number">{format.clock(line.at)}</span>
					<Icon name={toneIcons[line.tone]} className={`tone-${line.tone}`} />
					<span className="panel-row-text">{line.message}</span>
				</div>
			))}
			<div ref={end} />
		</div>
	);
}
