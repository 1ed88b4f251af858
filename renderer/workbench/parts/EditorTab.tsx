import { useEffect, useLayoutEffect, useRef } from 'react';
import type { IDockviewPanelHeaderProps } from 'dockview-react';
import { Icon } from '../../ui/Icon.tsx';
import { tabOf } from '../layout/DockController.ts';
import { useWorkbench } from '../useServices.ts';
import { useStatusFacts } from '../useStatusFacts.ts';

/**
 * Icon, title and a cross. The cross is for the mouse only (a button inside a tab would be a trap for the keyboard):
 * Delete closes the focused tab, and so does the close command.
 */
export function EditorTab({ api, params }: IDockviewPanelHeaderProps) {
	const { registry } = useWorkbench();
	const facts = useStatusFacts();
	const tab = tabOf({ params });
	const view = registry.views.get(tab?.viewId ?? '');
	const title = (tab && view?.titleOf?.(tab.params, facts)) ?? view?.title ?? '';
	useEffect(() => {
		if (api.title !== title) {
			api.setTitle(title);
		}
	}, [api, title]);
	const tabElement = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		// The dock scrolls to a tab when it becomes the active one, which is before a new tab has its title and so its width.
		const reveal = () => {
			if (api.isVisible) {
				tabElement.current?.closest('.dv-tab')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
			}
		};
		reveal();
		const listener = api.onDidVisibilityChange(reveal);
		// The strip becomes shorter when its group does, and when the list of hidden tabs gets its button.
		const strip = tabElement.current?.closest('.dv-tabs-container');
		const observer = new ResizeObserver(reveal);
		if (strip) {
			observer.observe(strip);
		}
		return () => {
			listener.dispose();
			observer.disconnect();
		};
	}, [api, title]);
	return (
		<div
			ref={tabElement}
			className="editor-tab"
			title={title}
			onPointerDown={(event) => {
				if (event.button === 1) {
					event.preventDefault();
					api.close();
				}
			}}
		>
			<Icon name={view?.icon ?? 'file'} />
			<span className="editor-tab-title">{title}</span>
			<span
				className="editor-tab-close"
				aria-hidden="true"
				onPointerDown={(event) => event.stopPropagation()}
				onClick={(event) => {
					event.stopPropagation();
					api.close();
				}}
			>
				<Icon name="close" />
			</span>
		</div>
	);
}
