import type { ImportPreview } from '#shared/model/importPlan.ts';
import type { AppendedFile } from '#shared/model/tableSource.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { fileName } from '../../workbench/overlays/filePath.ts';
import { useServices } from '../../workbench/useServices.ts';
import type { FileImport } from './FileImport.ts';
import { tableFiles } from './importCommands.ts';
import type { ImportStore } from './ImportStore.ts';

interface AppendedFilesProps {
	readonly file: FileImport;
	readonly imports: ImportStore;
	readonly preview: ImportPreview;
}

const SHOWN_OPEN = 6;

/** The files that are read as one table, to be added to and taken from. */
export function AppendedFiles({ file, imports, preview }: AppendedFilesProps) {
	const { dialogs } = useServices();
	const { path, source } = preview.plan;
	const { more } = source;
	const others = preview.choices.entries.filter(
		({ name }) => name !== source.entry && !more.some((entry) => entry.entry === name),
	);
	const append = async () => {
		const chosen = await dialogs.openFile({
			title: 'Files of the same shape',
			kind: 'file',
			isMultiple: true,
			filters: tableFiles,
		});
		const known = new Set([path, ...more.map((entry) => entry.path)]);
		const added = chosen.filter((other) => !known.has(other)).map((other) => ({ path: other, entry: null }));
		if (added.length > 0) {
			file.setMore([...more, ...added]);
		}
	};
	const appendEntries = () =>
		file.setMore([
			...more,
			...others.filter(({ name }) => sameEnding(name, source.entry)).map(({ name }) => ({ path, entry: name })),
		]);
	return (
		<div className="import-more">
			{more.length > 0 && (
				<details open={more.length <= SHOWN_OPEN}>
					<summary>{more.length + 1} files as one table</summary>
					<ol className="import-more-files">
						<li>{nameOf({ path, entry: source.entry })}</li>
						{more.map((entry) => (
							<li key={`${entry.path} ${entry.entry ?? ''}`} title={entry.path}>
								{nameOf(entry)}
								<IconButton
									icon="close"
									label={`Take ${nameOf(entry)} out of this table`}
									onClick={() => file.setMore(more.filter((kept) => kept !== entry))}
								/>
							</li>
						))}
					</ol>
				</details>
			)}
			<div className="import-actions">
				<Button icon="add" onClick={() => void append()}>
					Append files of the same shape
				</Button>
				{others.some(({ name }) => sameEnding(name, source.entry)) && (
					<Button onClick={appendEntries}>Append the other files of the archive</Button>
				)}
				{more.length > 0 && <Button onClick={() => imports.separate(file)}>Import each on its own</Button>}
			</div>
		</div>
	);
}

function nameOf({ path, entry }: AppendedFile): string {
	return fileName(entry ?? path);
}

function sameEnding(name: string, other: string | null): boolean {
	return other !== null && name.split('.').at(-1) === other.split('.').at(-1);
}
