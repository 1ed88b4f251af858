import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../../frame/Frame.ts';
import type { TablePlan } from '../ConditionPlan.ts';
import { domainOf, domainTruths } from './domainOf.ts';
import { fieldsOf } from './fieldsOf.ts';

const MOST_CODES = 256;

/**
 * A condition on a single field of labels or true/false, which is unknown just where there is no value, as a table of codes. null where it
 * is of another form or the codes have more than a byte.
 */
export function tablePlan(typed: TypedRule, frame: Frame): TablePlan | null {
	const [name, ...others] = fieldsOf(typed);
	const column = name === undefined || others.length > 0 ? undefined : frame.columns.get(name);
	const domain = column?.kind === 'category' || column?.kind === 'boolean' ? domainOf(column) : null;
	if (!column || !(domain?.codes instanceof Uint8Array) || domain.size > MOST_CODES) {
		return null;
	}
	const { nulls } = column;
	const { isTrue, isPlain } = domainTruths(typed, domain, nulls !== null, frame.asOfDay);
	return isPlain ? { kind: 'table', codes: domain.codes, nulls, table: isTrue } : null;
}
