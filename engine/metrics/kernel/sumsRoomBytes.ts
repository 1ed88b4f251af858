/** Both as in engine/kernels/assembly/aggregate.ts. */
const COLLECTED_ROWS = 64;
const FOUND_ROWS = 512;

/**
 * What one thread needs while it sums: numbers of rows as they are found; a row of zeros; rows of one group that were
 * turned into columns; for each group twice the numbers of rows that were collected and how many they are. 32 bits each.
 */
export function sumsRoomBytes(lanes: number, groupCount: number): number {
	const perGroup = 2 * (COLLECTED_ROWS + 1);
	return (FOUND_ROWS + lanes * (1 + COLLECTED_ROWS) + groupCount * perGroup) * Int32Array.BYTES_PER_ELEMENT;
}
