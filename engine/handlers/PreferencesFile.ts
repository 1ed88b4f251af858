import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { preferences, type Preferences } from '#shared/protocol/hostMethods.ts';

const defaults: Preferences = { theme: 'system', recentProjects: [], layouts: {} };
const MAX_RECENT = 20;

/** What the app remembers on this machine, as JSON. Written to a second file that then takes its place, so that a kill never leaves half. */
export class PreferencesFile {
	private readonly path: string;

	constructor(path: string) {
		this.path = path;
	}

	/** The defaults where there is no file or one that cannot be read; what it held is kept beside when it is next written. */
	async read(): Promise<Preferences> {
		return (await this.parse()) ?? defaults;
	}

	async write(change: Partial<Preferences>): Promise<Preferences> {
		const known = await this.parse();
		const next: Preferences = { ...(known ?? defaults), ...change };
		await mkdir(dirname(this.path), { recursive: true });
		if (known === null) {
			await copyFile(this.path, `${this.path}.unreadable`).catch(() => undefined);
		}
		const draft = `${this.path}.${process.pid}.new`;
		await writeFile(draft, `${JSON.stringify(next, null, '\t')}\n`);
		await rename(draft, this.path);
		return next;
	}

	/** Puts a project first in the list of recent ones. */
	async remember(path: string, name: string): Promise<void> {
		const { recentProjects } = await this.read();
		const others = recentProjects.filter((entry) => entry.path !== path);
		const entry = { path, name, openedAt: new Date().toISOString() };
		await this.write({ recentProjects: [entry, ...others].slice(0, MAX_RECENT) });
	}

	private async parse(): Promise<Preferences | null> {
		try {
			return preferences.parse(JSON.parse(await readFile(this.path, 'utf8')));
		} catch {
			return null;
		}
	}
}
