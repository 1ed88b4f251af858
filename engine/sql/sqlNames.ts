/** SQLite keeps names that begin with this for itself. */
const RESERVED = /^sqlite_/i;

/**
 * Names for the console: the given ones, with a number behind where an earlier one differs by case at most, since SQLite
 * does not tell those apart. `taken` are names that exist already.
 */
export function sqlNames(names: readonly string[], taken: readonly string[] = []): string[] {
	const used = new Set(taken.map((name) => name.toLowerCase()));
	return names.map((name) => {
		const wanted = name === '' ? 'column' : RESERVED.test(name) ? `_${name}` : name.replaceAll('\0', ' ');
		let free = wanted;
		for (let count = 2; used.has(free.toLowerCase()); count++) {
			free = `${wanted}_${count}`;
		}
		used.add(free.toLowerCase());
		return free;
	});
}
