import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';
import { dataFolder } from '../../dataFolder.ts';
import { isProcessAlive } from '../../isProcessAlive.ts';

const OWN_FOLDER = /^(\d+)-[0-9a-f]{16}$/;

let root: string | null = null;
let isSwept = false;
const inUse = new Set<string>();

/** Where scratch folders are made: `scratch` in the app's data folder (null) unless a host or a test names another place. */
export function setScratchRoot(folder: string | null): void {
	root = folder;
	isSwept = false;
}

/**
 * A folder for the working copies of one import or one SQL console, for nobody's eyes but the user's (mode 0700). Whoever makes it removes
 * it. What a killed process left behind is removed when the next one makes its first (docs/decisions/0006).
 */
export class ScratchFolder {
	readonly path: string;
	private files = 0;

	constructor() {
		const parent = root ?? join(dataFolder(), 'scratch');
		if (!isSwept) {
			sweepScratch(parent);
			isSwept = true;
		}
		this.path = join(parent, `${process.pid}-${randomBytes(8).toString('hex')}`);
		inUse.add(this.path);
		try {
			mkdirSync(this.path, { recursive: true, mode: 0o700 });
		} catch (error) {
			throw new EngineError('data', `No working copy can be made in ${parent}. Check that you may write there.`, {
				cause: error,
			});
		}
	}

	/** The path of a new file, which is not made yet. */
	newFile(name: string): string {
		return join(this.path, `${this.files++}-${name}`);
	}

	remove(): void {
		rmSync(this.path, { recursive: true, force: true, maxRetries: 2 });
		inUse.delete(this.path);
	}
}

/** Removes scratch folders whose process has ended. */
export function sweepScratch(parent: string): void {
	for (const name of namesIn(parent)) {
		const pid = Number(OWN_FOLDER.exec(name)?.[1] ?? NaN);
		const path = join(parent, name);
		if (!Number.isNaN(pid) && (pid === process.pid ? !inUse.has(path) : !isProcessAlive(pid))) {
			rmSync(path, { recursive: true, force: true });
		}
	}
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
