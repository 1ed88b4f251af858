import { useState, type DragEvent } from 'react';
import type { TableSummary } from '#shared/model/table.ts';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';

/** A file that is dropped on a table is a newer export of it. A browser keeps its path to itself, so there it is chosen anew. */
export function useNewerExport(table: TableSummary) {
	const { desktop, run } = useServices();
	const { isReadOnly } = useContextKeys();
	const [isOver, setIsOver] = useState(false);
	const isWanted = (event: DragEvent) => !isReadOnly && event.dataTransfer.types.includes('Files');
	const onDrop = (event: DragEvent) => {
		if (!isWanted(event)) {
			return;
		}
		event.preventDefault();
		setIsOver(false);
		const [file] = event.dataTransfer.files;
		const path = desktop && file ? desktop.pathOf(file) : '';
		void (path === '' ? run('reimport.choose', table.id) : run('reimport.compare', { tableId: table.id, path }));
	};
	const onDragOver = (event: DragEvent) => {
		if (isWanted(event)) {
			event.preventDefault();
			setIsOver(true);
		}
	};
	return { isOver, handlers: { onDrop, onDragOver, onDragLeave: () => setIsOver(false) } };
}
