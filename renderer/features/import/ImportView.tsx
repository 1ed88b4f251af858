import { useSession } from '../../engine/EngineContext.ts';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { DropZone } from './DropZone.tsx';
import { FileImportView } from './FileImportView.tsx';
import { FileTabs } from './FileTabs.tsx';
import { ImportQueue } from './ImportQueue.tsx';
import { importsOf } from './ImportStore.ts';
import { SameKindNotice } from './SameKindNotice.tsx';
import './ImportView.css';

/** Files on their way into the project, one tab each. */
export function ImportView() {
	const { run } = useServices();
	const project = useProject();
	const imports = importsOf(useSession());
	const { files, activeId } = useStore(imports.state);
	const active = files.find((file) => file.id === activeId) ?? files[0];
	if (!project) {
		return (
			<EmptyState
				icon="folder-library"
				title="No project is open"
				action={
					<Button kind="primary" onClick={() => void run('welcome.show')}>
						Go to Welcome
					</Button>
				}
			>
				Imported tables are kept in a project. Create one, open one, or try the sample.
			</EmptyState>
		);
	}
	if (project.isReadOnly) {
		return (
			<EmptyState icon="lock" title="This project is read-only">
				Its file cannot be written, so no tables can be added. Copy the file to a folder of your own and open it there.
			</EmptyState>
		);
	}
	return (
		<DropZone>
			{active ? (
				<div className="import">
					<FileTabs imports={imports} activeId={active.id} files={files} />
					<ImportQueue imports={imports} />
					<SameKindNotice imports={imports} />
					<FileImportView key={active.id} file={active} imports={imports} />
				</div>
			) : (
				<EmptyState
					icon="folder-library"
					title="Import customers, orders and campaign recipients"
					action={
						<>
							<Button kind="primary" icon="add" onClick={() => void run('import.chooseFiles')}>
								Choose files
							</Button>
							<Button icon="folder-opened" onClick={() => void run('import.chooseFolder')}>
								Choose a folder
							</Button>
						</>
					}
				>
					CSV, Excel, JSON, Parquet, Arrow, SQLite and fixed-width files as they come out of the client’s systems, also
					in gzip or zip. Drop files or folders here. Tranche looks into each, shows what it found, and lets you correct
					it before anything is loaded.
				</EmptyState>
			)}
		</DropZone>
	);
}
