import { activity } from './tableRole/activity.ts';
import { costs } from './tableRole/costs.ts';
import { customers } from './tableRole/customers.ts';
import { funnel } from './tableRole/funnel.ts';
import { log } from './tableRole/log.ts';
import { orders } from './tableRole/orders.ts';
import { other } from './tableRole/other.ts';
import { recipients } from './tableRole/recipients.ts';
import type { RoleFacts, TableRole } from './tableRole/RoleFacts.ts';
import { survey } from './tableRole/survey.ts';

export { tableRole, type RoleFacts, type RoleField, type TableRole } from './tableRole/RoleFacts.ts';

/** Every part that a table can play, in the order in which they are offered. */
export const roles: readonly RoleFacts[] = [customers, orders, recipients, funnel, costs, survey, activity, log, other];

/** Whether a project has one table of this role at most: another one takes its place, or is added to it. */
export function isSingleRole(role: TableRole): boolean {
	return role !== 'other';
}

export function roleFacts(role: TableRole): RoleFacts {
	const facts = roles.find((entry) => entry.id === role);
	if (!facts) {
		throw new Error(`No facts for the role ${role}`);
	}
	return facts;
}
