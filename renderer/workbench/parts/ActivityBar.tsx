import { useStore } from '../../engine/useStore.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import { useContextKeys, useWorkbench } from '../useServices.ts';
import './ActivityBar.css';

/** One entry per side bar view. A click on the open one hides the side bar. */
export function ActivityBar() {
	const { registry, layout, run } = useWorkbench();
	const views = registry.viewsIn('sidebar', useContextKeys());
	const { sideBarView, isSideBarVisible } = useStore(layout.store.state);
	const roving = useRovingFocus('vertical');
	const active = views.find((view) => view.id === sideBarView) ?? views[0];
	return (
		<nav className="activity-bar" aria-label="Activity bar" data-part="activity">
			<div role="tablist" aria-label="Side bar views" aria-orientation="vertical" onKeyDown={roving}>
				{views.map((view) => {
					const isOpen = isSideBarVisible && view === active;
					return (
						<button
							key={view.id}
							type="button"
							role="tab"
							className="activity"
							aria-label={view.title}
							title={view.title}
							aria-selected={isOpen}
							aria-controls={isOpen ? 'side-bar' : undefined}
							tabIndex={view === active ? 0 : -1}
							onClick={() => (isOpen ? layout.toggleSideBar() : layout.open(view.id))}
						>
							<Icon name={view.icon} />
						</button>
					);
				})}
			</div>
			<button
				type="button"
				className="activity"
				aria-label="Settings"
				title="Settings"
				onClick={() => void run('workbench.openSettings')}
			>
				<Icon name="settings-gear" />
			</button>
		</nav>
	);
}
