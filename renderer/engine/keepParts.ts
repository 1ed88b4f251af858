/**
 * Puts into a new plain value, at any depth, the very objects of the older one that say the same, and returns the older one where all
 * of it does: whatever shows such a part need not be drawn again. Lists are compared place by place.
 */
export function keepParts<T>(older: unknown, newer: T): T {
	if (!hasParts(older) || !hasParts(newer) || Array.isArray(older) !== Array.isArray(newer)) {
		return newer;
	}
	const parts: Record<string, unknown> = newer;
	const keys = Object.keys(newer);
	let isSame = keys.length === Object.keys(older).length;
	for (const key of keys) {
		const part = older[key];
		if (part === parts[key]) {
			continue;
		}
		const kept = keepParts(part, parts[key]);
		if (kept === part) {
			parts[key] = part;
		} else {
			isSame = false;
		}
	}
	// What was compared key by key is of the same type.
	return isSame ? (older as T) : newer;
}

function hasParts(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
