import type { Definitions, Resolved } from '../Definitions.ts';
import type { Rule } from '../Rule.ts';
import type { TypedRule } from '../TypedRule.ts';
import type { CheckContext } from './CheckContext.ts';

/** The meaning of a name that is defined elsewhere, in its place; null where it has none, which is then reported. */
export function resolved(context: CheckContext, rule: Rule, found: ReturnType<Definitions['field']>): TypedRule | null {
	if (found.kind === 'typed') {
		return found.typed;
	}
	const { code, message } = complaint(found);
	context.report('error', code, rule, message);
	return null;
}

const UNTIL_MENDED = ' cannot be used until its own rule is mended. ';

/** Of a chain of broken references only the last error is of use. */
function rootOf(message: string): string {
	const at = message.lastIndexOf(UNTIL_MENDED);
	return at === -1 ? message : message.slice(at + UNTIL_MENDED.length);
}

function complaint(found: Exclude<Resolved, { readonly kind: 'typed' }>) {
	switch (found.kind) {
		case 'cycle':
			return {
				code: 'rule.cycle' as const,
				message: `This leads back to itself: ${found.path.join(' → ')}. Take one of the references out.`,
			};
		case 'broken':
			return {
				code: 'rule.broken-reference' as const,
				message: `“${found.name}”${UNTIL_MENDED}${rootOf(found.message)}`,
			};
		case 'too-large':
			return {
				code: 'rule.too-large' as const,
				message: `With all that it refers to, “${found.name}” is too large. Refer to fewer other definitions.`,
			};
	}
}
