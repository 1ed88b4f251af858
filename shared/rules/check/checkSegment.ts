import { nearestName } from '../nearestName.ts';
import { printText } from '../printRule.ts';
import type { Call } from '../Rule.ts';
import { replacing } from '../RuleFix.ts';
import type { TypedRule } from '../TypedRule.ts';
import type { CheckContext } from './CheckContext.ts';
import { resolved } from './resolved.ts';

/** `segment('Champions')`: the rule of that segment, whether or not an earlier segment takes the customer. */
export function checkSegment(context: CheckContext, rule: Call): TypedRule | null {
	const [name, ...others] = rule.arguments;
	if (name?.kind !== 'text' || others.length > 0) {
		const message = "segment takes the id or the name of one segment, in quotes: segment('Champions').";
		context.report('error', 'rule.argument-count', rule, message);
		return null;
	}
	const found = context.definitions?.segment(name.value) ?? null;
	if (found) {
		return resolved(context, rule, found);
	}
	const known = context.definitions?.segmentNames ?? [];
	const nearest = nearestName(name.value, known);
	const advice =
		known.length === 0
			? 'No other segments can be referred to here.'
			: nearest === null
				? `Segments are ${known.slice(0, 5).join(', ')}${known.length > 5 ? ' …' : '.'}`
				: `Did you mean ${printText(nearest)}?`;
	const message = `There is no segment ${printText(name.value)}. ${advice}`;
	const fixes = nearest === null ? [] : [replacing(name, printText(nearest))];
	context.report('error', 'rule.unknown-segment', name, message, fixes);
	return null;
}
