import { useRef, type PointerEvent } from 'react';

interface ColumnSashProps {
	readonly width: number;
	/** `width` in pixels; null asks for the width that fits. */
	readonly onResize: (width: number | null) => void;
}

/**
 * The edge of a header by which its column is made wider or narrower; a double click makes it fit. For the pointer only: the grid
 * itself answers the keyboard.
 */
export function ColumnSash({ width, onResize }: ColumnSashProps) {
	const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
	const begin = (event: PointerEvent<HTMLSpanElement>) => {
		event.currentTarget.setPointerCapture(event.pointerId);
		drag.current = { x: event.clientX, width };
	};
	const move = (event: PointerEvent) => {
		if (drag.current) {
			onResize(drag.current.width + event.clientX - drag.current.x);
		}
	};
	const end = () => {
		drag.current = null;
	};
	return (
		<span
			className="grid-sash"
			aria-hidden="true"
			onPointerDown={begin}
			onPointerMove={move}
			onPointerUp={end}
			onPointerCancel={end}
			onClick={(event) => event.stopPropagation()}
			onDoubleClick={() => onResize(null)}
		/>
	);
}
