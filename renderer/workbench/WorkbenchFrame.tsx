import { useStore } from '../engine/useStore.ts';
import { ActivityBar } from './parts/ActivityBar.tsx';
import { EditorArea } from './parts/EditorArea.tsx';
import { Panel } from './parts/Panel.tsx';
import { SideBar } from './parts/SideBar.tsx';
import { StatusBar } from './parts/StatusBar.tsx';
import { TitleBar } from './parts/TitleBar.tsx';
import { EngineStopped } from './overlays/EngineStopped.tsx';
import { Overlays } from './overlays/Overlays.tsx';
import { Toasts } from './notifications/Toasts.tsx';
import { useDesktopMenu } from './useDesktopMenu.ts';
import { useDocumentTitle } from './useDocumentTitle.ts';
import { useKeyboard } from './useKeyboard.ts';
import { useLayoutMemory } from './layout/useLayoutMemory.ts';
import { useWorkbench } from './useServices.ts';
import './WorkbenchFrame.css';

/** The parts of the window and how they lie: title, activity bar, side bar, editors over panel, status bar. */
export function WorkbenchFrame() {
	const { layout } = useWorkbench();
	const { isSideBarVisible, sideBarWidth, isPanelVisible, panelHeight } = useStore(layout.store.state);
	useKeyboard();
	useDesktopMenu();
	useLayoutMemory();
	useDocumentTitle();
	return (
		<div className="workbench">
			<TitleBar />
			<div className="workbench-middle">
				<ActivityBar />
				{isSideBarVisible && <SideBar width={sideBarWidth} />}
				<div className="workbench-center">
					<EditorArea />
					{isPanelVisible && <Panel height={panelHeight} />}
				</div>
			</div>
			<StatusBar />
			<Overlays />
			<EngineStopped />
			<Toasts />
		</div>
	);
}
