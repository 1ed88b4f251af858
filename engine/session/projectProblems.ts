import type { Problem } from '#shared/model/problem.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { counted } from '#shared/base/counted.ts';
import type { ProjectData } from './ProjectData.ts';

const order: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** Everything a person should know about the data of the project, the gravest first. */
export function projectProblems(
	tables: readonly StoredTable[],
	data: ProjectData,
	frameProblems: readonly Problem[],
	findings: readonly Problem[],
	isReadOnly: boolean,
): Problem[] {
	const problems = [
		...(isReadOnly ? [readOnly] : []),
		...tables.flatMap((table) => [...quarantined(table), ...ofImport(table), ...unmatched(table, data)]),
		...data.problems,
		...frameProblems,
		...findings,
	];
	return problems.sort((left, right) => order[left.severity] - order[right.severity]);
}

const readOnly: Problem = {
	severity: 'info',
	code: 'project.read-only',
	message:
		'This project is open for reading only, because its file or folder is write-protected. Nothing can be saved in it.',
	source: { kind: 'project' },
};

function quarantined({ id, name, rowsRead, rowsQuarantined }: StoredTable): Problem[] {
	if (rowsQuarantined === 0) {
		return [];
	}
	return [
		{
			severity: 'warning',
			code: 'import.quarantined',
			message: `Left out of ${name}: ${rowsQuarantined.toLocaleString('en')} of ${counted(rowsRead, 'row')} could not be loaded. The quarantine of the table lists each with its line and the reason.`,
			source: { kind: 'table', tableId: id },
		},
	];
}

/** The count of quarantined rows is told with the table, where a click leads to the rows. */
function ofImport({ problems }: StoredTable): Problem[] {
	return problems.filter(({ code }) => code !== 'import.quarantined');
}

function unmatched({ id, name }: StoredTable, data: ProjectData): Problem[] {
	const found = data.unmatched.get(id);
	if (!found || found.rows === 0) {
		return [];
	}
	const money = found.revenue === null ? '' : ` with revenue of ${twoPlaces(found.revenue)}`;
	return [
		{
			severity: 'warning',
			code: 'join.unknown-customers',
			message: `Left out of every segment: ${counted(found.rows, found.noun)} of ${name}${money}, of ${counted(found.customers, 'customer')} missing from the customers table. The table keeps them.`,
			source: { kind: 'table', tableId: id },
		},
	];
}

function twoPlaces(value: number): string {
	return value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
