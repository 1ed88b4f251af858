/** Headers as column names: trimmed, blank ones named by place, repeated ones numbered. Without a header all are named by place. */
export function nameColumns(
	header: readonly string[],
	fieldCount: number,
): { readonly names: readonly string[]; readonly changes: readonly string[] } {
	const wanted = Array.from({ length: fieldCount }, (_, column) => (header[column] ?? '').trim());
	const taken = new Set(wanted.filter((name) => name !== ''));
	const used = new Set<string>();
	const changes: string[] = [];
	const names = wanted.map((name, column) => {
		if (name !== '' && !used.has(name)) {
			used.add(name);
			return name;
		}
		const stem = name === '' ? `column_${column + 1}` : name;
		let unique = name === '' ? stem : `${stem}_2`;
		for (let number = 2; used.has(unique) || taken.has(unique); number++) {
			unique = `${stem}_${number}`;
		}
		used.add(unique);
		if (header.length > 0) {
			changes.push(
				name === ''
					? `Column ${column + 1} has no header and is called "${unique}".`
					: `The header "${name}" stands twice; column ${column + 1} is called "${unique}".`,
			);
		}
		return unique;
	});
	return { names, changes };
}
