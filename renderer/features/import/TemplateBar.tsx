import type { ImportPreview } from '#shared/model/importPlan.ts';
import { headerSignature } from '#shared/model/mappingTemplate.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { usePreferences } from '../../engine/usePreferences.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useServices } from '../../workbench/useServices.ts';
import type { FileImport } from './FileImport.ts';

interface TemplateBarProps {
	readonly file: FileImport;
	readonly preview: ImportPreview;
}

const GUESS = 'guess';
const OWN = 'own';

/** Where the mapping comes from, to be changed; and the way to keep it for the next file with the same headers. */
export function TemplateBar({ file, preview }: TemplateBarProps) {
	const session = useSession();
	const { dialogs, notifications, run } = useServices();
	const { mappingTemplates = [] } = usePreferences();
	const { plan, guess } = preview;
	const headers = plan.columns.map(({ name }) => name);
	const signature = headerSignature(headers);
	const isFor = (entry: (typeof mappingTemplates)[number]) => headerSignature(entry.headers) === signature;
	const sorted = [...mappingTemplates.filter(isFor), ...mappingTemplates.filter((entry) => !isFor(entry))];
	const chosen = guess.template?.id ?? (file.hasOwnMapping() ? OWN : GUESS);
	const options = [
		{ value: GUESS, label: 'Guessed from the file' },
		...(chosen === OWN ? [{ value: OWN, label: 'As you set it' }] : []),
		...sorted.map((entry) => ({
			value: entry.id,
			label: isFor(entry) ? `Template ${entry.name}` : `Template ${entry.name} (made for other headers)`,
		})),
	];

	const save = async () => {
		const name = await dialogs.prompt({
			title: 'Save as template',
			label: 'Name',
			value: guess.template?.name ?? guess.shape?.name ?? plan.tableName,
			confirmLabel: 'Save',
			validate: (value) => (value.trim() === '' ? 'Give the template a name.' : null),
		});
		if (name === null) {
			return;
		}
		try {
			const { templates } = await session.call('templates.save', {
				name: name.trim(),
				headers,
				mapping: plan.mapping,
				columns: plan.columns,
			});
			session.preferences.state.update((known) => ({ ...known, mappingTemplates: templates }));
			notifications.show(
				'success',
				`The template ${name.trim()} is saved. It is applied to the next file with these headers.`,
			);
		} catch (error) {
			notifications.showError(error);
		}
	};

	return (
		<div className="import-template" role="group" aria-label="Mapping templates">
			<Select
				label="Mapping"
				isInline
				value={chosen}
				options={options}
				onChange={(value) => file.setTemplate(value === GUESS ? null : value)}
			/>
			<Button onClick={() => void save()}>Save as template</Button>
			{mappingTemplates.length > 0 && (
				<Button kind="link" onClick={() => void run('templates.manage')}>
					Manage templates
				</Button>
			)}
		</div>
	);
}
