import type { DesktopApi } from '#shared/model/desktopApi.ts';
import type { EngineSession } from '../engine/EngineSession.ts';
import { ContextSource } from './ContextSource.ts';
import { DialogStore } from './dialogs/DialogStore.ts';
import { LayoutStore } from './layout/LayoutStore.ts';
import { WorkbenchLayout } from './layout/WorkbenchLayout.ts';
import type { StartViews } from './layout/StartViews.ts';
import type { NotificationStore } from './notifications/NotificationStore.ts';
import type { Registry } from './registry.ts';
import { runCommand } from './runCommand.ts';
import type { Services } from './services.ts';
import { readFacts } from './statusFacts.ts';

/** The services with the stores behind them, which only the workbench's own components use. */
export interface WorkbenchServices extends Services {
	readonly layout: WorkbenchLayout;
	readonly notifications: NotificationStore;
	readonly dialogs: DialogStore;
	readonly contextSource: ContextSource;
	readonly isMac: boolean;
	readonly startViews: StartViews;
}

export function createServices(
	registry: Registry,
	engine: EngineSession,
	notifications: NotificationStore,
	desktop: DesktopApi | null,
	startViews: StartViews,
): WorkbenchServices {
	const layoutStore = new LayoutStore();
	const contextSource = new ContextSource(engine, layoutStore, notifications, desktop !== null);
	const layout = new WorkbenchLayout(registry, layoutStore, (viewId, params) => {
		const view = registry.views.get(viewId);
		return view?.titleOf?.(params, readFacts(engine)) ?? view?.title ?? viewId;
	});
	const services: WorkbenchServices = {
		engine,
		registry,
		layout,
		notifications,
		dialogs: new DialogStore(desktop),
		desktop,
		contextSource,
		startViews,
		isMac: desktop ? desktop.platform === 'darwin' : navigator.userAgent.includes('Mac'),
		context: () => contextSource.state.get(),
		run: (commandId, argument = null) => runCommand(commandId, argument, services, registry, contextSource.state.get()),
	};
	return services;
}
