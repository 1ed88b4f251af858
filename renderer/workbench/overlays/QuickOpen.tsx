import { Command } from 'cmdk';
import { Icon } from '../../ui/Icon.tsx';
import { useContextKeys, useWorkbench } from '../useServices.ts';
import { useStatusFacts } from '../useStatusFacts.ts';
import { Palette } from './Palette.tsx';

const places = { editor: '', sidebar: 'side bar', panel: 'panel' } as const;

/** Tables, segments and views by name. */
export function QuickOpen() {
	const { registry, dialogs, layout, run } = useWorkbench();
	const facts = useStatusFacts();
	const context = useContextKeys();
	const views = (['editor', 'sidebar', 'panel'] as const)
		.flatMap((location) => registry.viewsIn(location, context))
		.filter((view) => !view.isHidden);
	return (
		<Palette
			label="Quick open"
			placeholder="Go to a table, a segment or a view"
			empty="Nothing in this project is called that."
		>
			{registry.quickEntries.map(({ id, heading, list }) => {
				const entries = list(facts);
				return entries.length === 0 ? null : (
					<Command.Group key={id} heading={heading}>
						{entries.map((entry) => (
							<Command.Item
								key={entry.id}
								value={`${id} ${entry.id}`}
								keywords={[entry.label, entry.detail]}
								onSelect={() => {
									dialogs.close();
									void run(entry.command, entry.argument);
								}}
							>
								<Icon name={entry.icon} />
								{entry.label}
								<span className="palette-detail">{entry.detail}</span>
							</Command.Item>
						))}
					</Command.Group>
				);
			})}
			<Command.Group heading="Views">
				{views.map((view) => (
					<Command.Item
						key={view.id}
						value={`view ${view.id}`}
						keywords={[view.title, 'view']}
						onSelect={() => {
							dialogs.close();
							layout.open(view.id);
						}}
					>
						<Icon name={view.icon} />
						{view.title}
						<span className="palette-detail">{places[view.location]}</span>
					</Command.Item>
				))}
			</Command.Group>
		</Palette>
	);
}
