import { createContext, useContext } from 'react';
import type { Services } from './services.ts';

export const ServicesContext = createContext<Services | null>(null);

/** The workbench around this component: commands, layout, notifications, dialogs. */
export function useServices(): Services {
	const services = useContext(ServicesContext);
	if (!services) {
		throw new Error('useServices needs a ServicesContext around it');
	}
	return services;
}
