import type { ImportPreview } from '#shared/model/importPlan.ts';
import { MappingForm } from '../../ui/mapping/MappingForm.tsx';
import { RolePicker } from '../../ui/mapping/RolePicker.tsx';
import type { FileImport } from './FileImport.ts';
import { TemplateBar } from './TemplateBar.tsx';

interface MappingPartProps {
	readonly file: FileImport;
	readonly preview: ImportPreview;
}

/** What the rows are and which column plays which part, with the known export or template that it comes from. */
export function MappingPart({ file, preview }: MappingPartProps) {
	const { plan, guess } = preview;
	return (
		<>
			<TemplateBar file={file} preview={preview} />
			{guess.shape && (
				<details className="import-shape" open>
					<summary>This is an export of: {guess.shape.name}</summary>
					<ul>
						{guess.shape.notes.map((note) => (
							<li key={note}>{note}</li>
						))}
					</ul>
				</details>
			)}
			<RolePicker
				name={`role-${file.id}`}
				role={plan.mapping.role}
				guess={guess.roles}
				onChange={(role) => file.setRole(role)}
			/>
			<MappingForm
				columns={plan.columns}
				mapping={plan.mapping}
				guess={guess}
				onChange={(mapping) => file.setMapping(mapping)}
			/>
		</>
	);
}
