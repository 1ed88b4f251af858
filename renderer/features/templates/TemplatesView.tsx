import { counted } from '#shared/base/counted.ts';
import type { MappingTemplate } from '#shared/model/mappingTemplate.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { usePreferences } from '../../engine/usePreferences.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { format } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useServices } from '../../workbench/useServices.ts';
import './templates.css';

const jsonFiles = [{ name: 'Mapping templates (JSON)', extensions: ['json'] }] as const;

/** The mapping templates of this machine: renamed, deleted, handed to others and taken from them. */
export function TemplatesView() {
	const session = useSession();
	const { dialogs, notifications } = useServices();
	const { mappingTemplates = [] } = usePreferences();

	/** Runs a change that returns all templates; its failure is shown. */
	const change = async (work: () => Promise<{ readonly templates: MappingTemplate[] } | null>) => {
		try {
			const changed = await work();
			if (changed) {
				session.preferences.state.update((known) => ({ ...known, mappingTemplates: changed.templates }));
			}
		} catch (error) {
			notifications.showError(error);
		}
	};
	const rename = ({ id, name }: MappingTemplate) =>
		change(async () => {
			const wanted = await dialogs.prompt({
				title: `Rename ${name}`,
				label: 'Name',
				value: name,
				confirmLabel: 'Rename',
				validate: (value) => (value.trim() === '' ? 'Give the template a name.' : null),
			});
			return wanted === null ? null : session.call('templates.rename', { id, name: wanted.trim() });
		});
	const remove = ({ id, name }: MappingTemplate) =>
		change(async () => {
			const isSure = await dialogs.confirm({
				title: `Delete ${name}?`,
				message: 'Tables that were imported with it stay as they are. This cannot be undone.',
				confirmLabel: 'Delete',
				isDangerous: true,
			});
			return isSure ? session.call('templates.delete', { id }) : null;
		});
	const take = () =>
		change(async () => {
			const [path] = await dialogs.openFile({
				title: 'Import templates',
				kind: 'file',
				isMultiple: false,
				filters: jsonFiles,
			});
			if (path === undefined) {
				return null;
			}
			const { templates, imported } = await session.call('templates.import', { path });
			notifications.show('success', `${counted(imported, 'template')} imported.`);
			return { templates };
		});
	const hand = (templates: readonly MappingTemplate[]) =>
		change(async () => {
			const path = await dialogs.saveFile({
				title: 'Export templates',
				defaultName: templates.length === 1 ? `${templates[0]!.name}.json` : 'mapping templates.json',
				filters: jsonFiles,
			});
			if (path !== null) {
				await session.call('templates.export', { path, ids: templates.map(({ id }) => id) });
				notifications.show('success', `${counted(templates.length, 'template')} written to ${path}.`);
			}
			return null;
		});

	if (mappingTemplates.length === 0) {
		return (
			<EmptyState
				icon="bookmark"
				title="No mapping templates yet"
				action={<Button onClick={() => void take()}>Import templates</Button>}
			>
				Save the mapping of a file as a template in the import, and the next file with the same headers is mapped the
				same way.
			</EmptyState>
		);
	}
	return (
		<div className="templates">
			<div className="templates-actions">
				<Button onClick={() => void take()}>Import templates</Button>
				<Button onClick={() => void hand(mappingTemplates)}>Export all</Button>
			</div>
			<table className="templates-table" aria-label="Mapping templates">
				<thead>
					<tr>
						<th scope="col">Name</th>
						<th scope="col">Rows are</th>
						<th scope="col">Columns</th>
						<th scope="col">Saved</th>
						<th scope="col">
							<span className="visually-hidden">Actions</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{mappingTemplates.map((template) => (
						<tr key={template.id}>
							<th scope="row">{template.name}</th>
							<td>{roleFacts(template.mapping.role).label}</td>
							<td title={template.headers.join(', ')}>{counted(template.headers.length, 'column')}</td>
							<td>{format.moment(template.savedAt)}</td>
							<td className="templates-row-actions">
								<IconButton icon="edit" label={`Rename ${template.name}`} onClick={() => void rename(template)} />
								<IconButton icon="export" label={`Export ${template.name}`} onClick={() => void hand([template])} />
								<IconButton icon="trash" label={`Delete ${template.name}`} onClick={() => void remove(template)} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
