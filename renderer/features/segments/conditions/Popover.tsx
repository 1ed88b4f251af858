import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

interface PopoverProps {
	/** What the opened part is, for screen readers. */
	readonly label: string;
	readonly trigger: ReactNode;
	readonly triggerLabel: string;
	readonly triggerClass: string;
	readonly isDisabled: boolean;
	readonly isOpen: boolean;
	readonly onOpen: (isOpen: boolean) => void;
	/** Made when it is opened. */
	readonly children: ReactNode;
}

const GAP = 2;
const MARGIN = 8;

/** A button with a part that opens below it (above it where there is no room). Escape and a click elsewhere close it. */
export function Popover(props: PopoverProps) {
	const { label, trigger, triggerLabel, triggerClass, isDisabled, isOpen, onOpen, children } = props;
	const id = useId();
	const button = useRef<HTMLButtonElement>(null);
	const panel = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		if (isOpen && panel.current && button.current) {
			place(panel.current, button.current);
			panel.current.querySelector('input')?.focus();
		} else if (panel.current?.matches(':popover-open')) {
			panel.current.hidePopover();
		}
	}, [isOpen]);
	return (
		<>
			<button
				ref={button}
				type="button"
				className={triggerClass}
				aria-label={triggerLabel}
				aria-haspopup="dialog"
				aria-expanded={isOpen}
				disabled={isDisabled}
				popoverTarget={id}
			>
				{trigger}
			</button>
			<div
				ref={panel}
				id={id}
				popover="auto"
				role="dialog"
				aria-label={label}
				className="condition-popover"
				onToggle={(event) => onOpen(event.newState === 'open')}
			>
				{isOpen && children}
			</div>
		</>
	);
}

function place(panel: HTMLElement, button: HTMLElement): void {
	const at = button.getBoundingClientRect();
	const { width } = panel.getBoundingClientRect();
	const below = window.innerHeight - at.bottom - GAP - MARGIN;
	const above = at.top - GAP - MARGIN;
	const isBelow = below >= above || below >= window.innerHeight / 2;
	panel.style.left = `${Math.max(MARGIN, Math.min(at.left, window.innerWidth - width - MARGIN))}px`;
	panel.style.top = isBelow ? `${at.bottom + GAP}px` : 'auto';
	panel.style.bottom = isBelow ? 'auto' : `${window.innerHeight - at.top + GAP}px`;
	panel.style.maxHeight = `${isBelow ? below : above}px`;
}
