import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { SqlTable } from '#shared/model/sqlConsole.ts';
import type { SqlRange } from '#shared/sql/statementAt.ts';
import { editorNonce } from '../../ui/code/editorLook.ts';
import { sqlLanguage } from './sqlLanguage.ts';

/** A mistake in the text. */
export interface SqlMark extends SqlRange {
	readonly message: string;
}

interface SqlEditorProps {
	readonly value: string;
	readonly tables: readonly SqlTable[];
	readonly mark: SqlMark | null;
	readonly onChange: (value: string) => void;
	/** The selection, or an empty range at the cursor. */
	readonly onSelect: (selection: SqlRange) => void;
	/** Ctrl+Enter, and Cmd+Enter on macOS. */
	readonly onRun: (selection: SqlRange) => void;
}

/** The text of the queries, with colours, completion and the place of a mistake underlined. */
export function SqlEditor({ value, tables, mark, ...events }: SqlEditorProps) {
	const place = useRef<HTMLDivElement>(null);
	const view = useRef<EditorView | null>(null);
	const language = useRef(new Compartment());
	const onChange = useEffectEvent(events.onChange);
	const onSelect = useEffectEvent(events.onSelect);
	const onRun = useEffectEvent((editor: EditorView) => {
		events.onRun(selectionOf(editor.state));
		return true;
	});
	const firstState = useEffectEvent(() =>
		EditorState.create({
			doc: value,
			extensions: [
				lineNumbers(),
				history(),
				drawSelection(),
				bracketMatching(),
				closeBrackets(),
				autocompletion({ icons: false }),
				EditorView.lineWrapping,
				editorNonce(),
				EditorView.contentAttributes.of({ 'aria-label': 'SQL' }),
				placeholder('SELECT …'),
				language.current.of(sqlLanguage(tables)),
				keymap.of([
					{ key: 'Mod-Enter', run: onRun, preventDefault: true },
					...closeBracketsKeymap,
					...completionKeymap,
					...historyKeymap,
					...defaultKeymap,
					indentWithTab,
				]),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) {
						onChange(update.state.doc.toString());
					}
					if (update.docChanged || update.selectionSet) {
						onSelect(selectionOf(update.state));
					}
				}),
			],
		}),
	);

	useEffect(() => {
		const editor = new EditorView({ parent: place.current ?? document.body, state: firstState() });
		view.current = editor;
		editor.focus();
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
				selection: { anchor: value.length },
			});
			editor.focus();
		}
	}, [value]);

	useEffect(() => {
		view.current?.dispatch({ effects: language.current.reconfigure(sqlLanguage(tables)) });
	}, [tables]);

	useEffect(() => {
		const editor = view.current;
		if (editor) {
			const end = editor.state.doc.length;
			const marks = mark && mark.to <= end ? [{ ...mark, severity: 'error' as const }] : [];
			editor.dispatch(setDiagnostics(editor.state, marks));
			if (marks[0]) {
				editor.dispatch({ effects: EditorView.scrollIntoView(marks[0].from) });
			}
		}
	}, [mark]);

	return <div ref={place} className="sql-editor" />;
}

function selectionOf(state: EditorState): SqlRange {
	const { from, to } = state.selection.main;
	return { from, to };
}
