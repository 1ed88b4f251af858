import { useEffect } from 'react';
import { menuModel } from './menuModel.ts';
import { useContextKeys, useWorkbench } from './useServices.ts';

/** Keeps the native menu the same as the in-app one, and listens to what the desktop shell passes on. */
export function useDesktopMenu(): void {
	const services = useWorkbench();
	const context = useContextKeys();
	const { desktop, registry, isMac } = services;
	useEffect(() => {
		desktop?.setMenu(menuModel(registry, context, isMac));
	}, [desktop, registry, context, isMac]);
	useEffect(() => {
		const ends = [
			desktop?.onCommand((commandId) => void services.run(commandId)),
			desktop?.onOpenProject((path) => void services.run('project.openPath', path)),
		];
		return () => {
			for (const end of ends) {
				end?.();
			}
		};
	}, [desktop, services]);
}
