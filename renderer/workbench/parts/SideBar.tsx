import { useStore } from '../../engine/useStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { holds } from '../contextKeys.ts';
import { useContextKeys, useWorkbench } from '../useServices.ts';
import { Sash } from './Sash.tsx';
import { ViewHost } from './ViewHost.tsx';
import './SideBar.css';

/** The view of the chosen activity, under its title and its actions. */
export function SideBar({ width }: { readonly width: number }) {
	const { registry, layout, run } = useWorkbench();
	const context = useContextKeys();
	const { sideBarView } = useStore(layout.store.state);
	const views = registry.viewsIn('sidebar', context);
	const view = views.find((entry) => entry.id === sideBarView) ?? views[0];
	if (!view) {
		return null;
	}
	const actions = (view.actions ?? []).flatMap((id) => registry.commands.get(id) ?? []);
	return (
		<aside id="side-bar" className="side-bar" style={{ width }} aria-label={view.title} data-part="sidebar">
			<header className="side-bar-header">
				<h2>{view.title}</h2>
				{actions.map((command) => (
					<IconButton
						key={command.id}
						icon={command.icon ?? 'circle-outline'}
						label={command.title}
						disabled={!holds(command.enabled, context)}
						onClick={() => void run(command.id)}
					/>
				))}
			</header>
			<Sash
				label="Width of the side bar"
				orientation="vertical"
				size={width}
				minimum={170}
				maximum={600}
				onResize={(sideBarWidth) => layout.store.change({ sideBarWidth })}
				onCollapse={() => layout.toggleSideBar()}
			/>
			<div className="side-bar-body">
				<ViewHost view={view} params={{}} />
			</div>
		</aside>
	);
}
