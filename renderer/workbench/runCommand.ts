import type { ContextKeys } from './contextKeys.ts';
import { holds } from './contextKeys.ts';
import type { Registry } from './registry.ts';
import type { Services } from './services.ts';

/** Runs a command if it is enabled; what goes wrong becomes a notification. */
export async function runCommand(
	id: string,
	argument: unknown,
	services: Services,
	registry: Registry,
	context: ContextKeys,
): Promise<void> {
	const command = registry.commands.get(id);
	if (!command) {
		throw new Error(`There is no command ${id}`);
	}
	if (!holds(command.enabled, context)) {
		return;
	}
	try {
		await command.run(services, argument);
	} catch (error) {
		services.notifications.showError(error);
	}
}
