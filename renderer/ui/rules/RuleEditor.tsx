import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { nextDiagnostic } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import type { CheckedRule } from '#shared/rules/checkRule.ts';
import { editorNonce } from '../code/editorLook.ts';
import { ruleAssistance } from './ruleAssistance.ts';
import { ruleLanguage } from './ruleLanguage.ts';
import { recheck, takeFix } from './ruleLint.ts';
import { useRuleHelp } from './useRuleHelp.ts';
import './rules.css';

export interface RuleEditorProps {
	readonly label: string;
	readonly value: string;
	readonly fields: readonly FrameField[];
	readonly isReadOnly: boolean;
	/** Offsets to select and scroll to, once for each new object. */
	readonly reveal: { readonly from: number; readonly to: number } | null;
	readonly onChange: (value: string) => void;
	readonly onBlur: () => void;
	/** Undo and redo once the text's own history is used up. */
	readonly onStep: (direction: 'undo' | 'redo') => void;
	/** What the rule is called, which it is not offered to refer to. */
	readonly ownName?: string;
	/** Checks the text; as a condition of the draft where absent. */
	readonly check?: (text: string) => CheckedRule;
	/** Shown while the text is empty. */
	readonly example?: string;
}

const usualExample = "For example: recency_days <= 90 and country = 'DE'";

/** Marks a change that came from outside (undo of the project, a restored version), not from the keyboard. */
const fromOutside = Annotation.define<true>();

/**
 * One rule as text, with colours, completion, underlined mistakes and explanations under the pointer. Ctrl+Z undoes the text first,
 * F8 goes to the next mistake, Ctrl+. takes the likeliest repair.
 */
export function RuleEditor(props: RuleEditorProps) {
	const { label, value, fields, isReadOnly, reveal, ownName = null, check = null, example, ...events } = props;
	const help = useRuleHelp(fields, ownName, check);
	const newestHelp = useRef(help);
	const checked = useMemo(() => help.check(value), [help, value]);
	const place = useRef<HTMLDivElement>(null);
	const view = useRef<EditorView | null>(null);
	const access = useRef(new Compartment());
	const onChange = useEffectEvent(events.onChange);
	const onBlur = useEffectEvent(events.onBlur);
	const step = useEffectEvent((direction: 'undo' | 'redo') => {
		events.onStep(direction);
		return true;
	});
	const firstState = useEffectEvent(() =>
		EditorState.create({
			doc: value,
			extensions: [
				history(),
				drawSelection(),
				bracketMatching(),
				closeBrackets(),
				autocompletion({ icons: false }),
				EditorView.lineWrapping,
				editorNonce(),
				placeholder(example ?? usualExample),
				ruleLanguage,
				ruleAssistance(() => newestHelp.current),
				access.current.of(accessOf(label, isReadOnly)),
				keymap.of([
					{ key: 'Mod-z', run: (editor) => undo(editor) || step('undo'), preventDefault: true },
					{ key: 'Mod-y', mac: 'Mod-Shift-z', run: (editor) => redo(editor) || step('redo'), preventDefault: true },
					...closeBracketsKeymap,
					...completionKeymap,
					{ key: 'Enter', run: isListShown },
					{ key: 'F8', run: nextDiagnostic },
					{ key: 'Mod-.', run: takeFix(() => newestHelp.current) },
					...historyKeymap,
					...defaultKeymap.filter(({ key }) => key !== 'Alt-ArrowUp' && key !== 'Alt-ArrowDown'),
				]),
				EditorView.domEventHandlers({ blur: () => onBlur() }),
				EditorView.updateListener.of((update) => {
					if (update.docChanged && !update.transactions.some((one) => one.annotation(fromOutside))) {
						onChange(update.state.doc.toString());
					}
				}),
			],
		}),
	);

	useEffect(() => {
		const editor = new EditorView({ parent: place.current ?? document.body, state: firstState() });
		view.current = editor;
		return () => {
			view.current = null;
			editor.destroy();
		};
	}, []);

	useEffect(() => {
		const editor = view.current;
		if (editor && editor.state.doc.toString() !== value) {
			editor.dispatch({
				changes: { from: 0, to: editor.state.doc.length, insert: value },
				annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
			});
		}
	}, [value]);

	useEffect(() => {
		newestHelp.current = help;
	}, [help]);

	// A sound rule is the same object until something that it refers to changes.
	useEffect(() => {
		view.current?.dispatch({ effects: recheck.of(null) });
	}, [checked]);

	useEffect(() => {
		view.current?.dispatch({ effects: access.current.reconfigure(accessOf(label, isReadOnly)) });
	}, [label, isReadOnly]);

	useEffect(() => {
		const editor = view.current;
		if (editor && reveal) {
			const end = editor.state.doc.length;
			const [anchor, head] = [Math.min(reveal.from, end), Math.min(reveal.to, end)];
			editor.dispatch({ selection: { anchor, head }, scrollIntoView: true });
			editor.focus();
			editor.dom.scrollIntoView({ block: 'nearest' });
		}
	}, [reveal]);

	return <div ref={place} className="rule-editor" />;
}

function accessOf(label: string, isReadOnly: boolean) {
	return [EditorState.readOnly.of(isReadOnly), EditorView.contentAttributes.of({ 'aria-label': label })];
}

/** Enter belongs to a list of completions while it is on the screen, also in the moments in which it takes no keys. */
function isListShown(editor: EditorView): boolean {
	return editor.dom.querySelector('.cm-tooltip-autocomplete') !== null;
}
