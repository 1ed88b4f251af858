import { Icon } from '../../ui/Icon.tsx';
import { holds } from '../../workbench/contextKeys.ts';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';

/** A command as a line of the start list. */
export function StartAction({ command: id, detail }: { readonly command: string; readonly detail: string }) {
	const { registry, run } = useServices();
	const context = useContextKeys();
	const command = registry.commands.get(id);
	if (!command) {
		return null;
	}
	return (
		<li>
			<button
				type="button"
				className="welcome-action"
				disabled={!holds(command.enabled, context)}
				onClick={() => void run(id)}
			>
				<Icon name={command.icon ?? 'circle-outline'} />
				<span>{command.title}</span>
				<span className="welcome-detail">{detail}</span>
			</button>
		</li>
	);
}
