import { useEffect } from 'react';
import { strokeOf } from './keys.ts';
import { useWorkbench } from './useServices.ts';

/** Runs the command that is bound to a pressed key, unless something inside has dealt with the key already. */
export function useKeyboard(): void {
	const services = useWorkbench();
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const stroke = strokeOf(event, services.isMac);
			const isModalOpen = document.querySelector('dialog[open]') !== null;
			if (event.defaultPrevented || stroke === null || isModalOpen) {
				return;
			}
			const command = services.registry.commandFor(stroke, services.context(), services.isMac);
			if (command) {
				event.preventDefault();
				void services.run(command.id);
			}
		};
		window.addEventListener('keydown', onKeyDown);
		return () => window.removeEventListener('keydown', onKeyDown);
	}, [services]);
}
