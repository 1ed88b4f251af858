import type { DockviewApi, IDockviewPanel, SerializedDockview } from 'dockview-react';
import type { ViewParams } from '../contribution.ts';
import type { OpenOptions } from '../services.ts';

/** Share of the width that a tab opened beside another one takes: figures need more room than rules. */
const BESIDE_SHARE = 0.56;

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
		const beside = options.isBeside && dock.activePanel ? dock.activePanel.id : null;
		dock.addPanel<TabParams & Record<string, unknown>>({
			id,
			component: 'view',
			title,
			params: { viewId, params },
			inactive: options.isInactive ?? false,
			...(beside
				? {
						position: { referencePanel: beside, direction: 'right' },
						initialWidth: Math.round((dock.activeGroup?.width ?? dock.width) * BESIDE_SHARE),
					}
				: {}),
		});
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
