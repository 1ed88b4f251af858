/** What `make` gives, or null where it asks for more memory than there is. */
export function memoryOrNull<T>(make: () => T): T | null {
	try {
		return make();
	} catch (error) {
		if (error instanceof RangeError) {
			return null;
		}
		throw error;
	}
}
