const focusable = 'button, [href], input, select, textarea, [tabindex], [contenteditable="true"]';

/**
 * Moves the keyboard to the next or previous part that is on the screen. Parts carry `data-part`; within one, the focus
 * goes to its current tab or first control.
 */
export function cycleParts(direction: 1 | -1): void {
	const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter((part) => part.offsetParent !== null);
	const current = parts.findIndex((part) => part.contains(document.activeElement));
	const start = current < 0 && direction < 0 ? 0 : current;
	for (let step = 1; step <= parts.length; step++) {
		const part = parts[(start + direction * step + parts.length * 2) % parts.length];
		const target = part && firstStop(part);
		if (target) {
			target.focus();
			return;
		}
	}
}

function firstStop(part: HTMLElement): HTMLElement | null {
	const stops = [...part.querySelectorAll<HTMLElement>(focusable)].filter(
		(element) =>
			element.tabIndex >= 0 && element.offsetParent !== null && !element.matches(':disabled, [role="separator"]'),
	);
	return stops[0] ?? null;
}
