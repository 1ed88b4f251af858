import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The look of every text editor: VS Code's colours through the theme's variables. */
const colors = HighlightStyle.define([
	{
		tag: [tags.operatorKeyword, tags.keyword, tags.bool, tags.null, tags.typeName],
		color: 'var(--tranche-syntax-keyword)',
	},
	{ tag: [tags.string, tags.special(tags.string)], color: 'var(--tranche-syntax-string)' },
	{ tag: tags.number, color: 'var(--tranche-syntax-number)' },
	{
		tag: [tags.function(tags.variableName), tags.standard(tags.name)],
		color: 'var(--tranche-syntax-function)',
	},
	{ tag: tags.name, color: 'var(--tranche-syntax-field)' },
	{ tag: tags.operator, color: 'var(--tranche-syntax-operator)' },
	{ tag: [tags.lineComment, tags.blockComment], color: 'var(--tranche-syntax-comment)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
	'&': { color: 'var(--vscode-editor-foreground)', fontSize: 'var(--vscode-editor-font-size)' },
	'&.cm-focused': { outline: 'none' },
	'.cm-scroller': { fontFamily: 'var(--vscode-editor-font-family)', lineHeight: '1.5' },
	'.cm-content': { padding: '5px 0', caretColor: 'var(--vscode-editor-foreground)' },
	'.cm-line': { padding: '0 8px' },
	'.cm-gutters': {
		border: 'none',
		background: 'var(--vscode-editor-background)',
		color: 'var(--vscode-descriptionForeground)',
	},
	'.cm-cursor': { borderLeftColor: 'var(--vscode-editor-foreground)' },
	'.cm-placeholder': { color: 'var(--vscode-input-placeholderForeground)' },
	'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
		background: 'var(--vscode-editor-selectionBackground)',
	},
	'.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
		background: 'transparent',
		outline: '1px solid var(--vscode-descriptionForeground)',
	},
	'.cm-tooltip': {
		border: '1px solid var(--vscode-widget-border)',
		background: 'var(--vscode-editorWidget-background)',
		color: 'var(--vscode-foreground)',
		boxShadow: '0 2px 8px var(--vscode-widget-shadow)',
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--vscode-editor-font-family)', maxHeight: '15em' },
	'.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
	'.cm-tooltip-autocomplete ul li[aria-selected]': {
		background: 'var(--vscode-editorSuggestWidget-selectedBackground)',
		color: 'var(--vscode-foreground)',
	},
	'.cm-completionDetail': { color: 'var(--vscode-descriptionForeground)', fontStyle: 'normal' },
	'.cm-completionInfo': { padding: '6px 8px', maxWidth: '320px', fontFamily: 'var(--vscode-font-family)' },
	'.cm-diagnostic': { padding: '4px 8px', maxWidth: '520px', fontFamily: 'var(--vscode-font-family)' },
	'.cm-diagnosticAction': {
		margin: '4px 8px 0 0',
		padding: '1px 8px',
		borderRadius: '2px',
		background: 'var(--vscode-button-secondaryBackground)',
		color: 'var(--vscode-button-secondaryForeground)',
		font: 'inherit',
	},
	'.cm-diagnosticSource': { fontSize: '11px', opacity: '0.8' },
	'.cm-diagnostic-error': { borderLeftColor: 'var(--vscode-editorError-foreground)' },
	'.cm-diagnostic-warning': { borderLeftColor: 'var(--vscode-editorWarning-foreground)' },
	'.cm-diagnostic-info': { borderLeftColor: 'var(--vscode-editorInfo-foreground)' },
	'.cm-lintRange-error': wave('--vscode-editorError-foreground'),
	'.cm-lintRange-warning': wave('--vscode-editorWarning-foreground'),
	'.cm-lintRange-info': wave('--vscode-editorInfo-foreground'),
});

function wave(color: string) {
	return { backgroundImage: 'none', textDecoration: `underline wavy var(${color})`, textUnderlineOffset: '3px' };
}

/** Colours of the language's words, and the look of cursor, lists, hints and mistakes. */
export const editorLook: Extension = [syntaxHighlighting(colors), look];

/** Lets the editor's own style sheets through the page's content security policy. */
export function editorNonce(): Extension {
	return EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '');
}
