import { useStore } from '../../engine/useStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TabList } from '../../ui/TabList.tsx';
import { format } from '../../ui/format.ts';
import { useContextKeys, useWorkbench } from '../useServices.ts';
import { useStatusFacts } from '../useStatusFacts.ts';
import { Sash } from './Sash.tsx';
import { ViewHost } from './ViewHost.tsx';
import './Panel.css';

/** The bottom panel: one tab per panel view. */
export function Panel({ height }: { readonly height: number }) {
	const { registry, layout } = useWorkbench();
	const views = registry.viewsIn('panel', useContextKeys());
	const { panelView } = useStore(layout.store.state);
	const { problems } = useStatusFacts();
	const view = views.find((entry) => entry.id === panelView) ?? views[0];
	if (!view) {
		return null;
	}
	const badgeOf = (id: string) =>
		id === 'workbench.problems' && problems.length > 0 ? format.count(problems.length) : null;
	return (
		<section className="panel" style={{ height }} aria-label="Panel" data-part="panel">
			<Sash
				label="Height of the panel"
				orientation="horizontal"
				isReversed
				size={height}
				minimum={77}
				maximum={600}
				onResize={(panelHeight) => layout.store.change({ panelHeight })}
				onCollapse={() => layout.togglePanel()}
			/>
			<header className="panel-header">
				<TabList
					label="Panel views"
					tabs={views.map(({ id, title }) => ({ id, label: title, badge: badgeOf(id) }))}
					activeId={view.id}
					controls="panel-body"
					onSelect={(id) => layout.open(id)}
				/>
				<IconButton icon="close" label="Hide the panel" onClick={() => layout.togglePanel()} />
			</header>
			<div id="panel-body" className="panel-body" role="tabpanel" aria-label={view.title} tabIndex={0}>
				<ViewHost view={view} params={{}} />
			</div>
		</section>
	);
}
