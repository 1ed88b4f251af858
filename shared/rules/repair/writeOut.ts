import type { Segmentation } from '../../model/segmentation.ts';
import { parseRule } from '../parseRule.ts';
import { partsOfRule } from '../partsOfRule.ts';
import type { Rule, Span } from '../Rule.ts';
import { embedRule, formatted } from './joinRules.ts';

/** References that lead through more steps than this lead in a circle. */
const MOST_STEPS = 50;

/**
 * Writes some segments' rules out wherever rules, exclusions and custom fields refer to them, so that these mean the same after the
 * segments have changed. Only direct references are touched: others lead through texts that are written out themselves. null where
 * references lead in a circle.
 */
export function writeOut(segmentation: Segmentation, ids: readonly string[]): Segmentation | null {
	const { segments, exclusions, customFields } = segmentation;
	const named = [...segments, ...exclusions];
	const ruleOf = (reference: string): string | null => {
		const found = named.find(({ id }) => id === reference) ?? named.find(({ name }) => name === reference);
		return found && ids.includes(found.id) ? found.rule : null;
	};
	let isCircle = false;
	const written = (text: string, steps = 0): string => {
		isCircle ||= steps > MOST_STEPS;
		const references = isCircle ? [] : referencesIn(text).filter(({ name }) => ruleOf(name) !== null);
		if (references.length === 0) {
			return text;
		}
		const result = references.reduceRight((rest, { name, from, to }) => {
			const inner = embedRule(written(ruleOf(name) ?? '', steps + 1));
			return `${rest.slice(0, from)}${inner}${rest.slice(to)}`;
		}, text);
		return formatted(result);
	};
	const result = {
		...segmentation,
		segments: segments.map((segment) => ({ ...segment, rule: written(segment.rule) })),
		exclusions: exclusions.map((exclusion) => ({ ...exclusion, rule: written(exclusion.rule) })),
		customFields: customFields.map((field) => ({ ...field, expression: written(field.expression) })),
	};
	return isCircle ? null : result;
}

/** Every `segment('…')` of a text, in order. */
function referencesIn(text: string): readonly ({ readonly name: string } & Span)[] {
	const found: ({ readonly name: string } & Span)[] = [];
	const pending: Rule[] = [parseRule(text).rule].flatMap((rule) => rule ?? []);
	for (let part = pending.pop(); part; part = pending.pop()) {
		const [name] = part.kind === 'call' && part.name === 'segment' ? part.arguments : [];
		if (name?.kind === 'text') {
			found.push({ name: name.value, from: part.from, to: part.to });
		}
		pending.push(...partsOfRule(part));
	}
	return found.toSorted((a, b) => a.from - b.from);
}
