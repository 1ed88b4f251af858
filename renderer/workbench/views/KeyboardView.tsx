import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';
import { keyLabel } from '../keys.ts';
import { keyOf, type Registry } from '../registry.ts';
import { useWorkbench } from '../useServices.ts';
import './documentViews.css';

/** Every command with its keys, made from the registry, so that it cannot be out of date. */
export function KeyboardView() {
	const { registry, isMac } = useWorkbench();
	const [wanted, setWanted] = useState('');
	const rows = shortcutRows(registry, isMac).filter((row) =>
		`${row.title} ${row.keys.join(' ')}`.toLowerCase().includes(wanted.trim().toLowerCase()),
	);
	return (
		<article className="document">
			<h1>Keyboard shortcuts</h1>
			<TextField label="Find a command or a key" value={wanted} onChange={(event) => setWanted(event.target.value)} />
			<table className="document-table">
				<thead>
					<tr>
						<th scope="col">Command</th>
						<th scope="col">Keys</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.id}>
							<td>{row.title}</td>
							<td>
								{row.keys.map((key) => (
									<kbd key={key}>{key}</kbd>
								))}
							</td>
						</tr>
					))}
				</tbody>
			</table>
			{rows.length === 0 && <p>No command or key is called that.</p>}
			<h2>Moving about</h2>
			<p>
				Tab goes to the next control; within tabs, menus, lists and tables the arrow keys move. F6 goes to the next part
				of the window. In a table, Ctrl+Home and Ctrl+End go to the first and the last row. Delete closes the editor tab
				that has the focus.
			</p>
		</article>
	);
}

function shortcutRows(registry: Registry, isMac: boolean) {
	return [...registry.commands.values()]
		.filter((command) => (command.keys ?? []).length > 0 || !command.isHidden)
		.map((command) => ({
			id: command.id,
			title: `${command.category}: ${command.title}`,
			keys: [...new Set((command.keys ?? []).map((binding) => keyLabel(keyOf(binding, isMac), isMac)))],
		}))
		.sort((a, b) => Number(b.keys.length > 0) - Number(a.keys.length > 0) || a.title.localeCompare(b.title));
}
