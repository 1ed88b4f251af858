import type { Repair } from '#shared/rules/repair/Repair.ts';

/** Repairs are plain data. */
export function sameRepair(one: Repair, other: Repair | null): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
