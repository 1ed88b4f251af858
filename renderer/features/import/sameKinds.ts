import type { ImportPlan } from '#shared/model/importPlan.ts';
import { isSingleRole, type TableRole } from '#shared/model/tableRole.ts';

/** A file that waits to be imported, as it is planned. */
export interface PlannedFile<F> {
	readonly file: F;
	readonly plan: Pick<ImportPlan, 'source' | 'columns' | 'mapping'>;
}

/** Files that would be the same table of the project, which has room for one. */
export interface SameKind<F> {
	readonly role: TableRole;
	/** The one that is imported. */
	readonly first: F;
	/** In order of the list, with what keeps them from being read as if they stood below the first; null for nothing. */
	readonly others: readonly { readonly file: F; readonly differs: 'format' | 'columns' | null }[];
}

/** Which of the files compete for the same part. Roles in the order in which they first appear. */
export function sameKinds<F>(planned: readonly PlannedFile<F>[]): SameKind<F>[] {
	const roles = [...new Set(planned.map(({ plan }) => plan.mapping.role))].filter(isSingleRole);
	return roles.flatMap((role) => {
		const [first, ...others] = planned.filter(({ plan }) => plan.mapping.role === role);
		return first && others.length > 0
			? [
					{
						role,
						first: first.file,
						others: others.map(({ file, plan }) => ({ file, differs: differenceOf(first.plan, plan) })),
					},
				]
			: [];
	});
}

/** Formats that name their columns in every row may have them in any order. */
function differenceOf(
	one: PlannedFile<unknown>['plan'],
	other: PlannedFile<unknown>['plan'],
): 'format' | 'columns' | null {
	const { format } = one.source;
	const isByPlace = format === 'delimited' || format === 'fixed-width';
	const namesOf = ({ columns }: typeof one) => {
		const names = columns.map(({ name }) => name);
		return JSON.stringify(isByPlace ? names : names.toSorted());
	};
	if (other.source.format !== format) {
		return 'format';
	}
	return namesOf(one) === namesOf(other) ? null : 'columns';
}
