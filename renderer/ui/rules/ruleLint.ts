import { linter, type Action, type Diagnostic } from '@codemirror/lint';
import { StateEffect, type Extension } from '@codemirror/state';
import type { Command, EditorView } from '@codemirror/view';
import type { RuleDiagnostic } from '#shared/rules/RuleDiagnostic.ts';
import type { RuleFix } from '#shared/rules/RuleFix.ts';
import type { RuleHelp } from './RuleHelp.ts';

const LINT_AFTER_MS = 150;

/** Tells an editor that its rule may mean something else now, because a name that it refers to does. */
export const recheck = StateEffect.define<null>();

/** Underlines mistakes, with the repairs that are known. */
export function ruleLint(help: () => RuleHelp): Extension {
	const find = ({ state }: EditorView) => {
		const text = state.doc.toString();
		const found = help().check(text).diagnostics;
		return found.filter((diagnostic) => isShown(diagnostic, text)).map((diagnostic) => toDiagnostic(diagnostic, text));
	};
	return linter(find, {
		delay: LINT_AFTER_MS,
		needsRefresh: ({ transactions }) =>
			transactions.some(({ effects }) => effects.some((effect) => effect.is(recheck))),
	});
}

/**
 * Takes the likeliest repair of the mistake at the cursor, else of the first one; false where there is none. Checks the text
 * as it is now: the underlines come a moment after the typing, and a key that is pressed before them must not be lost.
 */
export function takeFix(help: () => RuleHelp): Command {
	return (view) => {
		const text = view.state.doc.toString();
		const { head } = view.state.selection.main;
		const found = help()
			.check(text)
			.diagnostics.flatMap(({ from, to, fixes }) => {
				const [fix] = fixes ?? [];
				return fix && fix.edits.every((edit) => edit.to <= text.length) ? [{ fix, from, to }] : [];
			});
		const chosen = found.find(({ from, to }) => from <= head && head <= to) ?? found[0];
		if (chosen) {
			toAction(chosen.fix, text).apply(view, chosen.from, chosen.to);
		}
		return chosen !== undefined;
	};
}

/** An empty rule is said below the editor; there is nothing to underline. A text that is ahead of what was checked is left alone. */
function isShown({ from, to }: RuleDiagnostic, text: string): boolean {
	return (to > from || from > 0) && to <= text.length;
}

function toDiagnostic({ from, to, severity, code, message, line, column, fixes }: RuleDiagnostic, text: string) {
	const actions = (fixes ?? []).map((fix) => toAction(fix, text));
	return { from, to, severity, source: code, message: `${line}:${column} ${message}`, actions } satisfies Diagnostic;
}

/** The pieces to replace are places in the text that was checked: once it has changed, they are none any more. */
function toAction({ title, edits }: RuleFix, text: string): Action {
	return {
		name: title,
		apply: (view) => {
			if (view.state.doc.toString() === text && !view.state.readOnly) {
				view.dispatch({ changes: [...edits], userEvent: 'input.fix' });
				view.focus();
			}
		},
	};
}
