import { useCallback } from 'react';
import {
	DockviewReact,
	type DockviewReadyEvent,
	type DockviewTheme,
	type IDockviewPanelProps,
	type IWatermarkPanelProps,
} from 'dockview-react';
import { tabOf } from '../layout/DockController.ts';
import { useWorkbench } from '../useServices.ts';
import { EditorTab } from './EditorTab.tsx';
import { ViewHost } from './ViewHost.tsx';
import { Watermark } from './Watermark.tsx';
import './EditorArea.css';

const theme: DockviewTheme = { name: 'tranche', className: 'dockview-theme-tranche', dndTabIndicator: 'line' };
const components = { view: EditorPane };

/** The docked tabs: drag them to reorder, to split, to move. */
export function EditorArea() {
	const { layout } = useWorkbench();
	const onReady = useCallback(
		({ api }: DockviewReadyEvent) => {
			layout.dock.attach(api);
			api.onDidActivePanelChange(() => layout.store.activeEditor.set(tabOf(api.activePanel)?.viewId ?? ''));
			api.onDidLayoutChange(() => layout.store.change({ editors: layout.dock.serialise() }));
		},
		[layout],
	);
	return (
		<main className="editor-area" aria-label="Editors" data-part="editors">
			<DockviewReact
				theme={theme}
				components={components}
				defaultTabComponent={EditorTab}
				watermarkComponent={EmptyDock}
				disableFloatingGroups
				onReady={onReady}
			/>
		</main>
	);
}

function EditorPane({ params }: IDockviewPanelProps) {
	const { registry } = useWorkbench();
	const tab = tabOf({ params });
	const view = registry.views.get(tab?.viewId ?? '');
	return view && tab ? (
		<div className="editor-pane">
			<ViewHost view={view} params={tab.params} />
		</div>
	) : null;
}

function EmptyDock(_props: IWatermarkPanelProps) {
	return <Watermark />;
}
