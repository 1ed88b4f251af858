import type { ViewParams } from '../contribution.ts';
import type { Registry } from '../registry.ts';
import type { LayoutService, OpenOptions } from '../services.ts';
import { DockController } from './DockController.ts';
import { defaultLayout, type LayoutStore } from './LayoutStore.ts';
import { cycleParts } from './cycleParts.ts';

/** Opens views where they belong, and moves the parts of the window. */
export class WorkbenchLayout implements LayoutService {
	readonly dock = new DockController();
	readonly store: LayoutStore;
	private readonly registry: Registry;
	private readonly titleOf: (viewId: string, params: ViewParams) => string;

	constructor(registry: Registry, store: LayoutStore, titleOf: (viewId: string, params: ViewParams) => string) {
		this.registry = registry;
		this.store = store;
		this.titleOf = titleOf;
	}

	open(viewId: string, params: ViewParams = {}, options: OpenOptions = {}): void {
		const view = this.registry.views.get(viewId);
		if (!view) {
			throw new Error(`There is no view ${viewId}`);
		}
		switch (view.location) {
			case 'sidebar':
				this.store.change({ sideBarView: viewId, isSideBarVisible: true });
				return;
			case 'panel':
				this.store.change({ panelView: viewId, isPanelVisible: true });
				return;
			case 'editor':
				if (options.isBeside && !this.dock.isOpen(viewId, params)) {
					this.makeRoom();
				}
				this.dock.open(viewId, this.titleOf(viewId, params), params, options);
		}
	}

	close(viewId: string, params: ViewParams = {}): void {
		this.dock.close(viewId, params);
	}

	closeActive(): void {
		this.dock.closeActive();
	}

	toggleSideBar(): void {
		this.store.change({ isSideBarVisible: !this.store.state.get().isSideBarVisible });
	}

	togglePanel(): void {
		this.store.change({ isPanelVisible: !this.store.state.get().isPanelVisible });
	}

	cycleParts(direction: 1 | -1): void {
		cycleParts(direction);
	}

	splitActive(): void {
		this.dock.splitActive();
	}

	reset(): void {
		this.store.change({ ...defaultLayout(window.innerWidth), editors: this.store.state.get().editors });
	}

	/** Folds the side bar away where only that makes two groups of tabs wide enough to read. */
	private makeRoom(): void {
		const { isSideBarVisible, sideBarWidth } = this.store.state.get();
		const { dock } = this;
		if (isSideBarVisible && dock.groupCount === 1 && !dock.canSplit() && dock.canSplit(sideBarWidth)) {
			this.store.change({ isSideBarVisible: false });
			dock.grow(sideBarWidth);
		}
	}
}
