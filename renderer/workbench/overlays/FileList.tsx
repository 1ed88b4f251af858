import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { FileEntry } from '#shared/protocol/hostMethods.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';

interface FileListProps {
	readonly entries: readonly FileEntry[];
	/** Paths of chosen files. */
	readonly selected: readonly string[];
	readonly isMultiple: boolean;
	readonly onSelect: (paths: readonly string[]) => void;
	readonly onOpen: (entry: FileEntry) => void;
	readonly onUp: () => void;
}

/** A folder's entries. Arrow keys move, Space chooses, Enter opens, Backspace goes up; Ctrl and Shift choose several. */
export function FileList({ entries, selected, isMultiple, onSelect, onOpen, onUp }: FileListProps) {
	const [active, setActive] = useState(0);
	const current = Math.min(active, entries.length - 1);

	const choose = (position: number, event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }) => {
		const entry = entries[position];
		if (!entry) {
			return;
		}
		if (isMultiple && event.shiftKey) {
			const [from, to] = [Math.min(current, position), Math.max(current, position)];
			onSelect(entries.slice(from, to + 1).flatMap(({ isFolder, path }) => (isFolder ? [] : [path])));
		} else if (!entry.isFolder && isMultiple && (event.ctrlKey || event.metaKey)) {
			const rest = selected.filter((path) => path !== entry.path);
			onSelect(rest.length === selected.length ? [...selected, entry.path] : rest);
		} else {
			onSelect(entry.isFolder ? [] : [entry.path]);
		}
		if (!event.shiftKey) {
			setActive(position);
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: entries.length - 1 }[event.key];
		const entry = entries[current];
		if (target !== undefined) {
			event.preventDefault();
			const position = Math.max(0, Math.min(entries.length - 1, target));
			setActive(position);
			if (event.shiftKey) {
				choose(position, event);
			}
			document.getElementById(`file-${position}`)?.scrollIntoView({ block: 'nearest' });
		} else if (event.key === ' ') {
			event.preventDefault();
			choose(current, { ctrlKey: isMultiple, metaKey: false, shiftKey: false });
		} else if (event.key === 'Enter' && entry) {
			event.preventDefault();
			if (entry.isFolder) {
				setActive(0);
			}
			onOpen(entry);
		} else if (event.key === 'Backspace') {
			event.preventDefault();
			setActive(0);
			onUp();
		}
	};

	if (entries.length === 0) {
		return <p className="file-list file-list-empty">This folder has no file that can be opened here.</p>;
	}
	return (
		<div
			className="file-list"
			role="listbox"
			aria-label="Files and folders"
			aria-multiselectable={isMultiple}
			aria-activedescendant={`file-${current}`}
			tabIndex={0}
			onKeyDown={onKeyDown}
		>
			{entries.map((entry, position) => (
				<div
					key={entry.path}
					id={`file-${position}`}
					role="option"
					className={`file-row ${position === current ? 'file-row-active' : ''}`}
					aria-selected={selected.includes(entry.path)}
					onClick={(event: MouseEvent) => (entry.isFolder ? onOpen(entry) : choose(position, event))}
					onDoubleClick={() => !entry.isFolder && onOpen(entry)}
				>
					<Icon name={entry.isFolder ? 'folder' : 'file'} />
					<span className="file-row-name">{entry.name}</span>
					<span className="file-row-note number">{entry.isFolder ? '' : format.bytes(entry.sizeBytes)}</span>
					<span className="file-row-note number">{format.date(entry.modifiedAt)}</span>
				</div>
			))}
		</div>
	);
}
