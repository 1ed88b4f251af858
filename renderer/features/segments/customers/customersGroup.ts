import { customerGroup, type CustomerGroup } from '#shared/model/customerGroup.ts';
import { REMAINDER_ID, type Segmentation } from '#shared/model/segmentation.ts';
import type { ViewParams } from '../../../workbench/contribution.ts';

/** null for parameters that cannot be read. */
export function groupOf(params: ViewParams): CustomerGroup | null {
	const parsed = customerGroup.safeParse(params);
	return parsed.success ? parsed.data : null;
}

export function groupTitle(group: CustomerGroup | null, draft: Segmentation): string {
	switch (group?.kind) {
		case 'members': {
			const exclusion = draft.exclusions.find(({ id }) => id === group.id);
			return exclusion ? `Excluded: ${exclusion.name}` : `Customers: ${nameOf(group.id, draft)}`;
		}
		case 'lost':
			return `${nameOf(group.id, draft)}: lost to earlier rules`;
		case 'undecided':
			return `${nameOf(group.id, draft)}: data missing`;
		case 'excluded':
			return 'Excluded customers';
		case 'everyone':
		case undefined:
			return 'Customers';
	}
}

/** Whether the segment or exclusion by which the group is told was removed. */
export function isGone(group: CustomerGroup | null, { segments, exclusions }: Segmentation): boolean {
	return (
		group !== null &&
		'id' in group &&
		group.id !== REMAINDER_ID &&
		![...segments, ...exclusions].some(({ id }) => id === group.id)
	);
}

function nameOf(id: string, { segments, exclusions, remainder }: Segmentation): string {
	return id === REMAINDER_ID ? remainder : ([...segments, ...exclusions].find((entry) => entry.id === id)?.name ?? id);
}
