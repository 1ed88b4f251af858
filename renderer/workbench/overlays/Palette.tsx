import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Command } from 'cmdk';
import { useWorkbench } from '../useServices.ts';
import { matchScore } from './matchScore.ts';
import './Palette.css';

interface PaletteProps {
	readonly label: string;
	readonly placeholder: string;
	/** Said when nothing fits what was typed. */
	readonly empty: string;
	/** Command.Items with a unique value, and label and detail as keywords. */
	readonly children: ReactNode;
}

/** A field with a list below it at the top of the window. Typing filters, arrow keys move, Enter chooses, Escape closes. */
export function Palette({ label, placeholder, empty, children }: PaletteProps) {
	const { dialogs } = useWorkbench();
	const dialog = useRef<HTMLDialogElement>(null);
	// Before the element leaves the page, so that closing gives the focus back; and at once, so that no key is lost.
	useLayoutEffect(() => {
		const element = dialog.current;
		element?.showModal();
		element?.querySelector('input')?.focus();
		return () => element?.close();
	}, []);
	return (
		<dialog
			ref={dialog}
			className="palette"
			aria-label={label}
			onCancel={(event) => {
				event.preventDefault();
				dialogs.close();
			}}
			onClick={(event) => event.target === dialog.current && dialogs.close()}
		>
			<Command
				label={label}
				loop
				filter={(_, typed, keywords) => matchScore(typed, keywords?.[0] ?? '', keywords?.[1] ?? '')}
			>
				<Command.Input placeholder={placeholder} />
				<Command.List label={label}>
					<Command.Empty>{empty}</Command.Empty>
					{children}
				</Command.List>
			</Command>
		</dialog>
	);
}
