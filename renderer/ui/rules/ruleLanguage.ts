import { LanguageSupport, LRLanguage } from '@codemirror/language';
import { parser } from '#shared/rules/parser.ts';
import { editorLook } from '../code/editorLook.ts';

/** The grammar of shared/rules, which the compiler reads too, as a language of the text editor. */
const language = LRLanguage.define({
	name: 'rule',
	parser,
	languageData: { commentTokens: { line: '--' }, closeBrackets: { brackets: ['(', "'", '"', '`'] } },
});

export const ruleLanguage = new LanguageSupport(language, editorLook);
