import { Command } from 'cmdk';
import { keyLabel } from '../keys.ts';
import { keyOf } from '../registry.ts';
import { useContextKeys, useWorkbench } from '../useServices.ts';
import { Palette } from './Palette.tsx';

/** Every command that can run now, by category and title. */
export function CommandPalette() {
	const { registry, dialogs, run, isMac } = useWorkbench();
	const commands = registry
		.palette(useContextKeys())
		.map((command) => ({ command, text: `${command.category}: ${command.title}` }))
		.sort((a, b) => a.text.localeCompare(b.text));
	return (
		<Palette label="Command palette" placeholder="Type the name of a command" empty="No command is called that.">
			{commands.map(({ command, text }) => {
				const binding = command.keys?.[0];
				return (
					<Command.Item
						key={command.id}
						value={command.id}
						keywords={[text]}
						onSelect={() => {
							dialogs.close();
							void run(command.id);
						}}
					>
						{text}
						{binding && <kbd>{keyLabel(keyOf(binding, isMac), isMac)}</kbd>}
					</Command.Item>
				);
			})}
		</Palette>
	);
}
