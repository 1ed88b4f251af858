import type { KeyboardEvent, PointerEvent } from 'react';
import './Sash.css';

interface SashProps {
	readonly label: string;
	/** Direction of the line itself. */
	readonly orientation: 'vertical' | 'horizontal';
	/** The part lies after the sash, so that dragging towards it makes it smaller. */
	readonly isReversed?: boolean;
	readonly size: number;
	readonly minimum: number;
	readonly maximum: number;
	readonly onResize: (size: number) => void;
	/** Dragged far below the minimum. */
	readonly onCollapse: () => void;
}

const KEY_STEP = 20;

/** The border between two parts: drag it, or move it with the arrow keys. */
export function Sash(props: SashProps) {
	const { label, orientation, isReversed = false, size, minimum, maximum, onResize, onCollapse } = props;
	const sign = isReversed ? -1 : 1;
	const clamp = (value: number) => Math.min(maximum, Math.max(minimum, Math.round(value)));
	const positionOf = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);

	const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
		const sash = event.currentTarget;
		const start = positionOf(event);
		sash.setPointerCapture(event.pointerId);
		const onMove = (move: globalThis.PointerEvent) => {
			const moved = (orientation === 'vertical' ? move.clientX : move.clientY) - start;
			const wanted = size + sign * moved;
			if (wanted < minimum / 2) {
				stop();
				onCollapse();
			} else {
				onResize(clamp(wanted));
			}
		};
		const stop = () => {
			sash.removeEventListener('pointermove', onMove);
			sash.removeEventListener('pointerup', stop);
		};
		sash.addEventListener('pointermove', onMove);
		sash.addEventListener('pointerup', stop);
	};

	const onKeyDown = (event: KeyboardEvent) => {
		const [less, more] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
		const step = event.key === more ? KEY_STEP : event.key === less ? -KEY_STEP : 0;
		if (step !== 0) {
			event.preventDefault();
			onResize(clamp(size + sign * step));
		}
	};

	return (
		<div
			className={`sash sash-${orientation}`}
			role="separator"
			aria-label={label}
			aria-orientation={orientation}
			aria-valuenow={size}
			aria-valuemin={minimum}
			aria-valuemax={maximum}
			tabIndex={0}
			onPointerDown={onPointerDown}
			onKeyDown={onKeyDown}
		/>
	);
}
