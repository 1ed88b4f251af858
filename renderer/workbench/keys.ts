interface KeyStroke {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
}

const symbols: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const names: Readonly<Record<string, string>> = {
	ArrowLeft: '←',
	ArrowRight: '→',
	ArrowUp: '↑',
	ArrowDown: '↓',
	' ': 'Space',
};

/** A pressed key as bindings are written: `Mod+Shift+P`. Null for a modifier alone. */
export function strokeOf(event: KeyStroke, isMac: boolean): string | null {
	if (['Control', 'Meta', 'Alt', 'Shift', 'Dead', 'Unidentified'].includes(event.key)) {
		return null;
	}
	const isMod = isMac ? event.metaKey : event.ctrlKey;
	const parts = [
		...(isMod ? ['Mod'] : []),
		...(isMac && event.ctrlKey ? ['Ctrl'] : []),
		...(event.altKey ? ['Alt'] : []),
		...(event.shiftKey ? ['Shift'] : []),
		event.key.length === 1 ? event.key.toUpperCase() : event.key,
	];
	return parts.join('+');
}

/** A binding as the user's keyboard names it: `Ctrl+Shift+P`, `⇧⌘P`. */
export function keyLabel(key: string, isMac: boolean): string {
	const parts = key.split('+').map((part) => names[part] ?? part);
	return isMac
		? parts.map((part) => symbols[part] ?? part).join('')
		: parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
}
