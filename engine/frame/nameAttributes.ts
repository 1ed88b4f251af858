import type { Problem } from '#shared/model/problem.ts';
import type { Column } from '../columns/Column.ts';
import type { FrameAttribute } from './buildFrame.ts';

interface NamedAttribute {
	readonly name: string;
	readonly column: Column;
	readonly renamed: readonly Problem[];
}

/** A header that a derived field or an earlier attribute already has is followed by the name of its table. */
export function nameAttributes(
	attributes: readonly FrameAttribute[],
	derived: ReadonlyMap<string, Column>,
): readonly NamedAttribute[] {
	const taken = new Set(derived.keys());
	return attributes.map(({ name: header, table, column }) => {
		let name = header;
		for (let attempt = 1; taken.has(name); attempt++) {
			name = attempt === 1 ? `${header} (${table})` : `${header} (${table} ${attempt})`;
		}
		taken.add(name);
		return { name, column, renamed: name === header ? [] : [renamedProblem(header, table, name, derived)] };
	});
}

function renamedProblem(header: string, table: string, name: string, derived: ReadonlyMap<string, Column>): Problem {
	const owner = derived.has(header) ? 'a field that is computed from events' : 'another attribute';
	return {
		severity: 'warning',
		code: 'frame.renamed-attribute',
		message: `The column "${header}" of the ${table} table has the name of ${owner}. In rules it is called \`${name}\`.`,
		source: { kind: 'project' },
	};
}
