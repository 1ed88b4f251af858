/** Whether two plain values would be written the same. Key order counts, which is fine for values made by one schema. */
export function isSameData(left: unknown, right: unknown): boolean {
	return left === right || JSON.stringify(left) === JSON.stringify(right);
}
