import type { GridSplit } from '#shared/model/gridBuilder.ts';

export type ValueGroups = Extract<GridSplit, { kind: 'values' }>['groups'];

/** One group a line, `Name: value; value`. */
export function writeGroups(groups: ValueGroups): string {
	return groups.map(({ name, values }) => `${name}: ${values.join('; ')}`).join('\n');
}

/** Null when a line is not a group. */
export function readGroups(text: string): ValueGroups | null {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const groups = lines.map((line) => {
		const colon = line.indexOf(':');
		const values = line
			.slice(colon + 1)
			.split(';')
			.map((value) => value.trim())
			.filter((value) => value !== '');
		return { name: line.slice(0, Math.max(colon, 0)).trim(), values };
	});
	const isGood = groups.every(({ name, values }) => name !== '' && name.length <= 60 && values.length > 0);
	return isGood && groups.length > 0 && groups.length <= 12 ? groups : null;
}
