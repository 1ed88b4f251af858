import { createContext, useContext } from 'react';
import { useStore } from '../engine/useStore.ts';
import type { ContextKeys } from './contextKeys.ts';
import type { WorkbenchServices } from './createServices.ts';
import type { Services } from './services.ts';

export const ServicesContext = createContext<WorkbenchServices | null>(null);

/** The workbench around this component: commands, layout, notifications, dialogs. */
export function useServices(): Services {
	return useWorkbench();
}

/** The same with the stores behind it, for the workbench's own components. */
export function useWorkbench(): WorkbenchServices {
	const services = useContext(ServicesContext);
	if (!services) {
		throw new Error('useServices needs a ServicesContext around it');
	}
	return services;
}

/** The context keys; renders again when one changes. */
export function useContextKeys(): ContextKeys {
	return useStore(useWorkbench().contextSource.state);
}
