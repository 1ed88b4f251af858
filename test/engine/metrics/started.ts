import { expect } from 'vitest';
import type { KernelPool } from '../../../engine/metrics/kernel/KernelPool.ts';

/** Waits for the one helper of a pool. */
export async function started(kernelPool: KernelPool): Promise<void> {
	for (let attempt = 0; attempt < 200 && kernelPool.helpers === 0; attempt++) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	expect(kernelPool.helpers).toBe(1);
}
