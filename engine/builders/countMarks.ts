/** How many rows are marked with a 1. */
export function countMarks(marks: Uint8Array): number {
	let count = 0;
	for (let row = 0; row < marks.length; row++) {
		count += marks[row]!;
	}
	return count;
}
