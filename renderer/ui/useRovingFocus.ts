import { useCallback, type KeyboardEvent } from 'react';

/**
 * Arrow keys, Home and End move the focus among the children that can have it, round in a circle. The children decide
 * which of them has tabIndex 0. Pass the result as `onKeyDown` of the container.
 */
export function useRovingFocus(direction: 'horizontal' | 'vertical') {
	return useCallback(
		(event: KeyboardEvent<HTMLElement>) => {
			const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[tabindex]:not(:disabled)')];
			const current = items.findIndex((item) => item === document.activeElement);
			const next = nextIndex(event.key, direction, current, items.length);
			if (next !== null && current >= 0) {
				event.preventDefault();
				items[next]?.focus();
			}
		},
		[direction],
	);
}

function nextIndex(key: string, direction: 'horizontal' | 'vertical', current: number, count: number): number | null {
	const [back, forward] = direction === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
	switch (key) {
		case back:
			return (current - 1 + count) % count;
		case forward:
			return (current + 1) % count;
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		default:
			return null;
	}
}
