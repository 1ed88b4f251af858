/** One observable value. Listeners are told only when the value is another one (Object.is). */
export class Store<T> {
	private value: T;
	private readonly listeners = new Set<() => void>();

	constructor(value: T) {
		this.value = value;
	}

	readonly get = (): T => this.value;

	set(value: T): void {
		if (Object.is(value, this.value)) {
			return;
		}
		this.value = value;
		for (const listener of this.listeners) {
			listener();
		}
	}

	update(change: (value: T) => T): void {
		this.set(change(this.value));
	}

	/** Returns what ends the subscription. */
	readonly subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => {
			this.listeners.delete(listener);
		};
	};
}
