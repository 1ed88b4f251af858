import { useEffect } from 'react';
import { useSession } from '../../engine/EngineContext.ts';
import { useProject } from '../../engine/useProject.ts';
import { useWorkbench } from '../useServices.ts';
import { openStartViews } from './StartViews.ts';

const WRITE_AFTER_MS = 800;
/** Layouts are kept for this many projects, the latest used last. */
const KEPT_LAYOUTS = 30;
/** Under which the layout without a project is kept. */
const NO_PROJECT = '';

/** Restores the layout of a project when it opens, and writes it behind while it changes. */
export function useLayoutMemory(): void {
	const { layout, registry, startViews } = useWorkbench();
	const session = useSession();
	const path = useProject()?.path ?? NO_PROJECT;

	useEffect(() => {
		const stored = session.preferences.state.get().layouts[path];
		layout.store.restore(stored);
		const isRestored = layout.dock.restore(layout.store.state.get().editors, (viewId) => registry.views.has(viewId));
		if (!isRestored) {
			const project = session.project.get();
			const kind = !project ? 'withoutProject' : project.tables.length > 0 ? 'withData' : 'withoutData';
			openStartViews(layout, startViews[kind]);
		}
		let timer: ReturnType<typeof setTimeout> | null = null;
		const write = () => {
			timer = null;
			const { [path]: _, ...others } = session.preferences.state.get().layouts;
			const kept = Object.fromEntries(Object.entries(others).slice(1 - KEPT_LAYOUTS));
			session.preferences.update({ layouts: { ...kept, [path]: layout.store.state.get() } }).catch(console.warn);
		};
		const end = layout.store.state.subscribe(() => {
			clearTimeout(timer ?? undefined);
			timer = setTimeout(write, WRITE_AFTER_MS);
		});
		const writeNow = () => {
			if (timer !== null) {
				clearTimeout(timer);
				write();
			}
		};
		window.addEventListener('pagehide', writeNow);
		return () => {
			end();
			window.removeEventListener('pagehide', writeNow);
			writeNow();
		};
	}, [path, session, layout, registry, startViews]);
}
