import { useCallback, useId, useState } from 'react';
import type { FileFilter } from '#shared/model/desktopApi.ts';
import type { FileEntry } from '#shared/protocol/hostMethods.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FileList } from './FileList.tsx';
import { joinPath, withExtension } from './filePath.ts';
import { rememberFolder, rememberedFolder } from './rememberedFolder.ts';
import './FileDialog.css';

interface FileDialogProps {
	readonly title: string;
	readonly mode: 'file' | 'folder' | 'save';
	readonly isMultiple: boolean;
	readonly filters: readonly FileFilter[];
	/** File name to begin with, when saving. */
	readonly defaultName: string;
	/** Chosen paths; empty when cancelled. */
	readonly onAnswer: (paths: readonly string[]) => void;
}

const confirmLabels = { file: 'Open', folder: 'Choose this folder', save: 'Save' };

/** Files and folders of this computer, for the browser host, where the system's own dialog gives no paths. */
export function FileDialog({ title, mode, isMultiple, filters, defaultName, onAnswer }: FileDialogProps) {
	const engine = useEngine();
	const formId = useId();
	const [folder, setFolder] = useState(rememberedFolder);
	const [filter, setFilter] = useState(0);
	const [selected, setSelected] = useState<readonly string[]>([]);
	const [typed, setTyped] = useState(defaultName);
	const listing = useLatest(
		useCallback(
			(signal: AbortSignal) =>
				engine.call('files.list', { folder, extensions: [...(filters[filter]?.extensions ?? [])] }, { signal }),
			[engine, folder, filters, filter],
		),
	);
	const current = listing.value?.folder ?? folder ?? '';

	const go = (next: string | null) => {
		setFolder(next);
		setSelected([]);
		if (mode !== 'save') {
			setTyped('');
		}
	};
	const answer = (paths: readonly string[]) => {
		rememberFolder(current);
		onAnswer(paths);
	};
	const openEntry = (entry: FileEntry) => {
		if (entry.isFolder) {
			go(entry.path);
		} else if (mode === 'save') {
			setTyped(entry.name);
		} else {
			answer([entry.path]);
		}
	};
	const submit = async () => {
		const path = typed.trim() === '' ? null : joinPath(current, typed.trim());
		if (mode === 'save') {
			if (path) {
				answer([withExtension(path, filters[filter]?.extensions[0] ?? null)]);
			}
		} else if (path) {
			const isFolder = await isListable(path);
			if (!isFolder) {
				answer([path]);
			} else if (mode === 'folder') {
				answer([path]);
			} else {
				go(path);
			}
		} else if (mode === 'folder') {
			answer([current]);
		} else if (selected.length > 0) {
			answer(selected);
		}
	};
	const isListable = (path: string) =>
		engine.call('files.list', { folder: path, extensions: [] }).then(
			() => true,
			() => false,
		);
	const canConfirm = mode === 'folder' ? current !== '' : typed.trim() !== '' || selected.length > 0;

	return (
		<Dialog
			title={title}
			className="file-dialog"
			onClose={() => onAnswer([])}
			actions={
				<>
					{filters.length > 1 && (
						<Select
							label="Show"
							isInline
							value={String(filter)}
							options={filters.map(({ name }, position) => ({ value: String(position), label: name }))}
							onChange={(value) => setFilter(Number(value))}
						/>
					)}
					<span className="file-dialog-space" />
					<Button onClick={() => onAnswer([])}>Cancel</Button>
					<Button kind="primary" type="submit" form={formId} disabled={!canConfirm}>
						{mode === 'file' && selected.length > 1 ? `Open ${selected.length} files` : confirmLabels[mode]}
					</Button>
				</>
			}
		>
			<div className="file-dialog-place">
				<IconButton
					icon="arrow-up"
					label="Folder above"
					disabled={!listing.value?.parent}
					onClick={() => go(listing.value?.parent ?? null)}
				/>
				<IconButton icon="home" label="Home folder" onClick={() => go(null)} />
				<span className="file-dialog-folder" title={current}>
					{current}
				</span>
			</div>
			{listing.error ? (
				<ErrorState error={listing.error} onRetry={listing.retry} />
			) : listing.isSlow && !listing.value ? (
				<Busy label="Reading the folder" />
			) : (
				<FileList
					entries={(listing.value?.entries ?? []).filter((entry) => mode !== 'folder' || entry.isFolder)}
					selected={selected}
					isMultiple={isMultiple}
					onSelect={setSelected}
					onOpen={openEntry}
					onUp={() => listing.value?.parent && go(listing.value.parent)}
				/>
			)}
			<form
				id={formId}
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				<TextField
					label={mode === 'save' ? 'File name' : 'Or type a path'}
					value={typed}
					spellCheck={false}
					data-initial-focus={mode === 'save' ? '' : undefined}
					onChange={(event) => setTyped(event.target.value)}
				/>
			</form>
		</Dialog>
	);
}
