import type {
	AddPanelOptions,
	DockviewApi,
	DockviewGroupPanel,
	IDockviewPanel,
	SerializedDockview,
} from 'dockview-react';
import type { ViewParams } from '../contribution.ts';
import type { OpenOptions } from '../services.ts';

/** Share of the width that a tab opened beside another one takes: figures need more room than rules. */
const BESIDE_SHARE = 0.56;
/** A group of tabs narrower than this is not made: neither rules nor figures could be read in it. */
const LEAST_GROUP_PX = 400;

/** What a tab of the dock carries. */
export interface TabParams {
	readonly viewId: string;
	readonly params: ViewParams;
}

/** The editor tabs. Holds the dock once it is there; before that, what is opened waits. */
export class DockController {
	private dock: DockviewApi | null = null;
	private waiting: (() => void)[] = [];

	/** Called by the editor area when the dock is ready; null when it goes away. */
	attach(dock: DockviewApi | null): void {
		this.dock = dock;
		if (dock) {
			for (const open of this.waiting.splice(0)) {
				open();
			}
		}
	}

	/** The id of the tab that shows a view with these parameters. */
	static tabId(viewId: string, params: ViewParams): string {
		return Object.keys(params).length === 0 ? viewId : `${viewId} ${JSON.stringify(params)}`;
	}

	open(viewId: string, title: string, params: ViewParams, options: OpenOptions): void {
		const { dock } = this;
		if (!dock) {
			this.waiting.push(() => this.open(viewId, title, params, options));
			return;
		}
		const id = DockController.tabId(viewId, params);
		const present = dock.getPanel(id);
		if (present) {
			present.api.setActive();
			return;
		}
		dock.addPanel<TabParams & Record<string, unknown>>({
			id,
			component: 'view',
			title,
			params: { viewId, params },
			inactive: options.isInactive ?? false,
			...(options.isBeside ? this.placeBeside(dock) : {}),
		});
	}

	isOpen(viewId: string, params: ViewParams): boolean {
		return this.dock?.getPanel(DockController.tabId(viewId, params)) !== undefined;
	}

	/** Whether the active group could be split in two that can be read, were the dock wider by `gainedPx`. */
	canSplit(gainedPx = 0): boolean {
		const widthPx = this.dock?.activeGroup?.width ?? 0;
		// Before the first layout nothing has a width; the window decides then.
		return widthPx === 0 || (widthPx + gainedPx) * (1 - BESIDE_SHARE) >= LEAST_GROUP_PX;
	}

	/** How many groups of tabs there are. */
	get groupCount(): number {
		return this.dock?.groups.length ?? 0;
	}

	/** Takes room that has just become free beside the dock at once, so that what opens next is placed by it. */
	grow(gainedPx: number): void {
		this.dock?.layout(this.dock.width + gainedPx, this.dock.height);
	}

	/** To the right of the active group; where that leaves too little for either, among the tabs of the group next to it. */
	private placeBeside(dock: DockviewApi): Pick<AddPanelOptions, 'position'> & { readonly initialWidth?: number } {
		const { activePanel, activeGroup } = dock;
		if (!activePanel || !activeGroup) {
			return {};
		}
		if (this.canSplit()) {
			return {
				position: { referencePanel: activePanel.id, direction: 'right' },
				initialWidth: Math.round(activeGroup.width * BESIDE_SHARE),
			};
		}
		const leftOf = (group: DockviewGroupPanel) => group.element.getBoundingClientRect().left;
		const [nearest] = dock.groups
			.filter((group) => group !== activeGroup)
			.sort((a, b) => Math.abs(leftOf(a) - leftOf(activeGroup)) - Math.abs(leftOf(b) - leftOf(activeGroup)));
		return nearest ? { position: { referenceGroup: nearest } } : {};
	}

	close(viewId: string, params: ViewParams): void {
		const panel = this.dock?.getPanel(DockController.tabId(viewId, params));
		if (panel) {
			this.dock?.removePanel(panel);
		}
	}

	closeActive(): void {
		const panel = this.dock?.activePanel;
		if (panel) {
			this.dock?.removePanel(panel);
		}
	}

	/** Moves the active tab into a group of its own on the right. */
	splitActive(): void {
		const panel = this.dock?.activePanel;
		if (panel && panel.group.panels.length > 1) {
			panel.api.moveTo({ group: panel.group, position: 'right' });
		}
	}

	focus(): void {
		this.dock?.focus();
	}

	/** The tabs as plain data, or null without a dock. */
	serialise(): unknown {
		return this.dock?.toJSON() ?? null;
	}

	/** Puts tabs back as they were; false where the data does not fit, and then there are none. */
	restore(stored: unknown, isKnown: (viewId: string) => boolean): boolean {
		const { dock } = this;
		if (!dock) {
			return false;
		}
		dock.clear();
		if (!isSerialised(stored)) {
			return false;
		}
		try {
			dock.fromJSON(stored);
		} catch {
			dock.clear();
			return false;
		}
		for (const panel of dock.panels.filter((entry) => !isKnown(tabOf(entry)?.viewId ?? ''))) {
			dock.removePanel(panel);
		}
		return dock.panels.length > 0;
	}
}

export function tabOf(panel: Pick<IDockviewPanel, 'params'> | undefined): TabParams | null {
	const params: unknown = panel?.params;
	return typeof params === 'object' && params !== null && 'viewId' in params ? (params as TabParams) : null;
}

function isSerialised(stored: unknown): stored is SerializedDockview {
	return typeof stored === 'object' && stored !== null && 'grid' in stored && 'panels' in stored;
}
