/** A mean this many standard deviations from that of all is worth a word, and this many a stronger one. */
const NOTABLE = 0.4;
const STRONG = 1.2;
const WORDS = 2;

/**
 * Names of clusters from the fields in which they differ most from all customers: `High revenue, low recency days`. `profiles` are their means
 * in standard deviations. Equal names get a third field, and then numbers.
 */
export function clusterNames(profiles: readonly (readonly number[])[], fields: readonly string[]): string[] {
	const short = profiles.map((profile) => nameOf(profile, fields, WORDS));
	const longer = short.map((name, index) =>
		short.indexOf(name) === short.lastIndexOf(name) ? name : nameOf(profiles[index]!, fields, WORDS + 1),
	);
	return longer.map((name, index) => {
		const before = longer.slice(0, index).filter((other) => other === name).length;
		return before === 0 ? name : `${name} (${before + 1})`;
	});
}

function nameOf(profile: readonly number[], fields: readonly string[], words: number): string {
	const parts = [...profile.entries()]
		.filter(([, mean]) => Math.abs(mean) >= NOTABLE)
		.sort((left, right) => Math.abs(right[1]) - Math.abs(left[1]))
		.slice(0, words)
		.map(([field, mean]) => {
			const level = `${Math.abs(mean) >= STRONG ? 'very ' : ''}${mean > 0 ? 'high' : 'low'}`;
			return `${level} ${fields[field]!.replaceAll('_', ' ').slice(0, 35)}`;
		});
	const name = parts.join(', ');
	return name === '' ? 'Average' : name.charAt(0).toUpperCase() + name.slice(1);
}
