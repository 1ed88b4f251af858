import { useLayoutEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import './Dialog.css';

interface DialogProps {
	readonly title: string;
	readonly children: ReactNode;
	/** The buttons, the main one last. */
	readonly actions: ReactNode;
	readonly className?: string;
	readonly onClose: () => void;
}

/** A modal dialog on the browser's own `dialog` element, which keeps the focus inside and closes on Escape. */
export function Dialog({ title, children, actions, className = '', onClose }: DialogProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const titleId = useId();
	// Before the element leaves the page, so that closing gives the focus back; and at once, so that no key is lost.
	useLayoutEffect(() => {
		const element = dialog.current;
		element?.showModal();
		firstStop(element)?.focus();
		return () => element?.close();
	}, []);
	return (
		<dialog
			ref={dialog}
			className={`dialog ${className}`}
			aria-labelledby={titleId}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
		>
			<header className="dialog-header">
				<h2 id={titleId}>{title}</h2>
				<IconButton icon="close" label="Close" onClick={onClose} />
			</header>
			<div className="dialog-body">{children}</div>
			<footer className="dialog-actions">{actions}</footer>
		</dialog>
	);
}

/** What is marked with `data-initial-focus`, else the first field, else the main button. */
function firstStop(dialog: HTMLElement | null): HTMLElement | null {
	const find = (selector: string) => [...(dialog?.querySelectorAll<HTMLElement>(selector) ?? [])];
	return (
		find('[data-initial-focus]')[0] ??
		find('.dialog-body :is(input, select, textarea, [role="listbox"])')[0] ??
		find('.dialog-actions button:enabled').at(-1) ??
		null
	);
}
