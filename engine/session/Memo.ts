/** Keeps the results of the last few keys. Whoever asks while a build is under way waits for that one. A failed build is forgotten. */
export class Memo<T> {
	private readonly size: number;
	private readonly entries = new Map<string, Promise<T>>();

	constructor(size: number) {
		this.size = size;
	}

	async get(key: string, build: () => Promise<T>): Promise<T> {
		const entry = this.entries.get(key) ?? build();
		this.entries.delete(key);
		this.entries.set(key, entry);
		for (const oldest of this.entries.keys()) {
			if (this.entries.size <= this.size) {
				break;
			}
			this.entries.delete(oldest);
		}
		try {
			return await entry;
		} catch (error) {
			if (this.entries.get(key) === entry) {
				this.entries.delete(key);
			}
			throw error;
		}
	}
}
