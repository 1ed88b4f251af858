import { useMemo } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { RuleChecks, type RuleScope } from '#shared/rules/RuleChecks.ts';
import { useDraft } from './useDraft.ts';

/** One set of checks for each list of fields, and one scope for each draft, whoever asks. */
const checks = new WeakMap<readonly FrameField[], RuleChecks>();
const scopes = new WeakMap<RuleChecks, WeakMap<Segmentation, RuleScope>>();

/** Checks rules of the draft against these fields, with its custom fields and segments. */
export function useRuleScope(fields: readonly FrameField[]): RuleScope {
	const draft = useDraft();
	return useMemo(() => scopeOf(fields, draft), [fields, draft]);
}

function scopeOf(fields: readonly FrameField[], draft: Segmentation): RuleScope {
	const known = checks.get(fields) ?? new RuleChecks(fields);
	checks.set(fields, known);
	const perDraft = scopes.get(known) ?? new WeakMap<Segmentation, RuleScope>();
	scopes.set(known, perDraft);
	const scope = perDraft.get(draft) ?? known.within(draft);
	perDraft.set(draft, scope);
	return scope;
}
