import { useState, type DragEvent } from 'react';
import type { TableSummary } from '#shared/model/table.ts';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';

/** Files that are dropped on a table are a newer export of it. A browser keeps paths to itself, so there they are chosen anew. */
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
		const paths = desktop ? [...event.dataTransfer.files].map((file) => desktop.pathOf(file)) : [];
		const isKnown = paths.length > 0 && !paths.includes('');
		void (isKnown ? run('reimport.compare', { tableId: table.id, paths }) : run('reimport.choose', table.id));
	};
	const onDragOver = (event: DragEvent) => {
		if (isWanted(event)) {
			event.preventDefault();
			setIsOver(true);
		}
	};
	return { isOver, handlers: { onDrop, onDragOver, onDragLeave: () => setIsOver(false) } };
}
