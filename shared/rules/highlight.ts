import { styleTags, tags } from '@lezer/highlight';

/** What each node of the grammar is, in the highlighter's standard terms; part of the generated parser. */
export const ruleHighlighting = styleTags({
	'and or not between in is contains starts ends with matches': tags.operatorKeyword,
	'date asof Unit': tags.keyword,
	'Boolean/...': tags.bool,
	'null Null/...': tags.null,
	'Field/...': tags.variableName,
	FunctionName: tags.function(tags.variableName),
	Number: tags.number,
	Text: tags.string,
	CompareOperator: tags.compareOperator,
	'Plus Minus Times Divide': tags.arithmeticOperator,
	LineComment: tags.lineComment,
	'( )': tags.paren,
	',': tags.separator,
});
