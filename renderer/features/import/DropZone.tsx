import { useState, type DragEvent, type ReactNode } from 'react';
import { useServices } from '../../workbench/useServices.ts';

/** Takes dropped files. A browser keeps their paths to itself, so there the drop leads to the file dialog. */
export function DropZone({ children }: { readonly children: ReactNode }) {
	const { desktop, run, notifications } = useServices();
	const [isOver, setIsOver] = useState(false);
	const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

	const onDrop = (event: DragEvent) => {
		if (!carriesFiles(event)) {
			return;
		}
		event.preventDefault();
		setIsOver(false);
		if (desktop) {
			const paths = [...event.dataTransfer.files].map((file) => desktop.pathOf(file));
			void run('import.addPaths', paths.filter(Boolean));
		} else {
			notifications.show(
				'info',
				'In a browser a dropped file has no path that Tranche could read from. Choose it in the file dialog instead.',
				[{ label: 'Choose files', run: () => void run('import.chooseFiles') }],
			);
		}
	};

	return (
		<div
			className={`drop-zone ${isOver ? 'drop-zone-over' : ''}`}
			onDragOver={(event) => {
				if (carriesFiles(event)) {
					event.preventDefault();
					setIsOver(true);
				}
			}}
			onDragLeave={() => setIsOver(false)}
			onDrop={onDrop}
		>
			{children}
		</div>
	);
}
