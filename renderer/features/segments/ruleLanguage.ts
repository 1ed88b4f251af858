import { HighlightStyle, LanguageSupport, LRLanguage, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { parser } from '#shared/rules/parser.ts';

/** The grammar of shared/rules, which the compiler reads too, as a language of the text editor. */
const language = LRLanguage.define({
	name: 'rule',
	parser,
	languageData: { commentTokens: { line: '--' }, closeBrackets: { brackets: ['(', "'", '"', '`'] } },
});

const colors = HighlightStyle.define([
	{ tag: [tags.operatorKeyword, tags.keyword, tags.bool, tags.null], color: 'var(--tranche-syntax-keyword)' },
	{ tag: tags.string, color: 'var(--tranche-syntax-string)' },
	{ tag: tags.number, color: 'var(--tranche-syntax-number)' },
	{ tag: tags.function(tags.variableName), color: 'var(--tranche-syntax-function)' },
	{ tag: tags.variableName, color: 'var(--tranche-syntax-field)' },
	{ tag: [tags.compareOperator, tags.arithmeticOperator], color: 'var(--tranche-syntax-operator)' },
	{ tag: tags.lineComment, color: 'var(--tranche-syntax-comment)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
	'&': { color: 'var(--vscode-editor-foreground)', fontSize: 'var(--vscode-editor-font-size)' },
	'&.cm-focused': { outline: 'none' },
	'.cm-scroller': { fontFamily: 'var(--vscode-editor-font-family)', lineHeight: '1.5' },
	'.cm-content': { padding: '5px 0', caretColor: 'var(--vscode-editor-foreground)' },
	'.cm-line': { padding: '0 8px' },
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
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul': {
		fontFamily: 'var(--vscode-editor-font-family)',
		maxHeight: '15em',
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
	'.cm-tooltip-autocomplete ul li[aria-selected]': {
		background: 'var(--vscode-editorSuggestWidget-selectedBackground)',
		color: 'var(--vscode-foreground)',
	},
	'.cm-completionDetail': { color: 'var(--vscode-descriptionForeground)', fontStyle: 'normal' },
	'.cm-completionInfo': { padding: '6px 8px', maxWidth: '320px', fontFamily: 'var(--vscode-font-family)' },
	'.cm-diagnostic': { padding: '4px 8px', fontFamily: 'var(--vscode-font-family)' },
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

export const ruleLanguage = new LanguageSupport(language, [syntaxHighlighting(colors), look]);
