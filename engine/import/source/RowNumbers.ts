/**
 * Which line or row of the original each line of a converted copy came from. Both run in step but for records that take
 * several lines and for lines that were left out, so only the places where the difference changes are kept.
 */
export class RowNumbers {
	private lines = new Float64Array(16);
	private shifts = new Float64Array(16);
	private count = 0;

	/** From this line of the copy on, a record stands at `place` in the original. Called in ascending order. */
	add(line: number, place: number): void {
		const shift = place - line;
		if (shift === (this.count === 0 ? 0 : this.shifts[this.count - 1])) {
			return;
		}
		if (this.count === this.lines.length) {
			this.lines = grown(this.lines);
			this.shifts = grown(this.shifts);
		}
		this.lines[this.count] = line;
		this.shifts[this.count++] = shift;
	}

	/** The place of the record that starts on a line of the copy. */
	placeOf(line: number): number {
		let from = 0;
		let to = this.count;
		while (from < to) {
			const middle = (from + to) >>> 1;
			if (this.lines[middle]! <= line) {
				from = middle + 1;
			} else {
				to = middle;
			}
		}
		return line + (from === 0 ? 0 : this.shifts[from - 1]!);
	}
}

function grown(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
	const larger = new Float64Array(values.length * 2);
	larger.set(values);
	return larger;
}
