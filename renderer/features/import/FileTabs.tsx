import { useStore } from '../../engine/useStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import { fileName } from '../../workbench/overlays/filePath.ts';
import { useServices } from '../../workbench/useServices.ts';
import type { FileImport, ImportStage } from './FileImport.ts';
import type { ImportStore } from './ImportStore.ts';

interface FileTabsProps {
	readonly imports: ImportStore;
	readonly files: readonly FileImport[];
	readonly activeId: number;
}

/** One tab per file, with where it stands. */
export function FileTabs({ imports, files, activeId }: FileTabsProps) {
	const { run } = useServices();
	const roving = useRovingFocus('horizontal');
	return (
		<div className="import-tabs">
			<div className="tab-list" role="tablist" aria-label="Files" onKeyDown={roving}>
				{files.map((file) => (
					<FileTab key={file.id} file={file} isActive={file.id === activeId} onSelect={() => imports.select(file.id)} />
				))}
			</div>
			<IconButton icon="add" label="Add more files" onClick={() => void run('import.chooseFiles')} />
		</div>
	);
}

interface FileTabProps {
	readonly file: FileImport;
	readonly isActive: boolean;
	readonly onSelect: () => void;
}

function FileTab({ file, isActive, onSelect }: FileTabProps) {
	const stage = useStore(file.stage);
	const { error } = useStore(file.preview.state);
	const mark = markOf(stage, error);
	const others = file.more().length;
	return (
		<button
			type="button"
			role="tab"
			className="tab-list-tab"
			aria-selected={isActive}
			aria-controls={isActive ? 'import-file' : undefined}
			tabIndex={isActive ? 0 : -1}
			title={file.path}
			onClick={onSelect}
		>
			<Icon name={mark.icon} className={mark.className} />
			{fileName(file.path)}
			{others > 0 && <span className="import-tab-more"> +{others}</span>}
			{mark.text && <span className="visually-hidden">, {mark.text}</span>}
		</button>
	);
}

function markOf(stage: ImportStage, error: Error | null) {
	if (error || stage.kind === 'failed') {
		return { icon: 'error', className: 'tone-error', text: 'failed' };
	}
	switch (stage.kind) {
		case 'preview':
			return { icon: 'file', className: '', text: '' };
		case 'queued':
			return { icon: 'clock', className: '', text: 'waiting' };
		case 'importing':
			return { icon: 'loading', className: 'codicon-modifier-spin', text: 'importing' };
		case 'done':
			return { icon: 'pass', className: 'tone-success', text: 'imported' };
	}
}
