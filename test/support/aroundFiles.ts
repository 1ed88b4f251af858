interface Around {
	readonly begin: () => void;
	readonly end: () => void;
}

const arounds: Around[] = [];

/**
 * Has something done before and after every test file that follows, for modules that test files share: these are loaded once
 * for many test files, so that a `beforeAll` or `afterAll` of their own would be one of the first file only.
 */
export function aroundFiles(begin: () => void, end: () => void): void {
	arounds.push({ begin, end });
}

export function beginFile(): void {
	for (const { begin } of arounds) {
		begin();
	}
}

export function endFile(): void {
	for (const { end } of arounds) {
		end();
	}
}
