/**
 * Arrays for what the parts of an expression come to until they are put together. They are taken and given back in turn, last first, so
 * that an expression needs as many as it is deep, however long it is.
 */
export class Scratch<A> {
	private readonly make: () => A;
	private readonly arrays: A[] = [];
	private taken = 0;

	constructor(make: () => A) {
		this.make = make;
	}

	/** Holds whatever was left in it. */
	take(): A {
		const array = (this.arrays[this.taken] ??= this.make());
		this.taken++;
		return array;
	}

	giveBack(): void {
		this.taken--;
	}
}
