import { useEffect } from 'react';
import { useProject } from '../engine/useProject.ts';

/** Names the window after the project. */
export function useDocumentTitle(): void {
	const name = useProject()?.name ?? null;
	useEffect(() => {
		document.title = name === null ? 'Tranche' : `${name} - Tranche`;
	}, [name]);
}
