import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { hoverTooltip, type Tooltip } from '@codemirror/view';
import { createElement, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ruleFunction } from '#shared/rules/functions.ts';
import { FieldHover } from './FieldHover.tsx';
import { NameHover } from './NameHover.tsx';
import type { RuleHelp } from './RuleHelp.ts';

const HOVER_AFTER_MS = 350;

/** What the word under the pointer is: a field with its distribution, a function with its line of the manual, a segment with its rule. */
export function ruleHover(help: () => RuleHelp): Extension {
	return hoverTooltip(({ state }, position, side) => tooltipAt(state, position, side, help()), {
		hoverTime: HOVER_AFTER_MS,
		hideOnChange: true,
	});
}

function tooltipAt(state: EditorState, position: number, side: -1 | 1, help: RuleHelp): Tooltip | null {
	const inner = syntaxTree(state).resolveInner(position, side);
	const node = inner.name === 'QuotedIdentifier' ? (inner.parent ?? inner) : inner;
	const content = contentOf(node.name, state.sliceDoc(node.from, node.to), functionAround(state, node), help);
	return content && tooltip(node.from, node.to, content);
}

function functionAround(state: EditorState, { name, parent }: { name: string; parent: SyntaxParent | null }) {
	const call = name === 'Text' && parent?.name === 'Call' ? parent.getChild('FunctionName') : null;
	return call && state.sliceDoc(call.from, call.to).toLowerCase();
}

interface SyntaxParent {
	readonly name: string;
	getChild(type: string): { readonly from: number; readonly to: number } | null;
}

function contentOf(kind: string, text: string, around: string | null, help: RuleHelp): ReactElement | null {
	if (kind === 'Field') {
		const name = text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text;
		const field = help.fields.find((entry) => entry.name === name);
		return field ? createElement(FieldHover, { field, describe: help.describe }) : null;
	}
	if (kind === 'FunctionName' && text.toLowerCase() === 'segment') {
		const description = 'Whether the rule of another segment is true, whoever takes the customer.';
		return createElement(NameHover, { title: 'segment(name)', description, code: "not segment('Champions')" });
	}
	if (kind === 'FunctionName') {
		const entry = ruleFunction(text.toLowerCase());
		return entry
			? createElement(NameHover, { title: entry.signature, description: entry.description, code: entry.example })
			: null;
	}
	if (around === 'segment') {
		const quote = text.charAt(0);
		const reference = text.slice(1, -1).replaceAll(quote + quote, quote);
		const rule = help.rules.find(({ id }) => id === reference) ?? help.rules.find(({ name }) => name === reference);
		return rule ? createElement(NameHover, { title: rule.name, description: '', code: rule.rule }) : null;
	}
	return null;
}

function tooltip(from: number, to: number, content: ReactElement): Tooltip {
	return {
		pos: from,
		end: to,
		above: true,
		create: () => {
			const dom = document.createElement('div');
			const root = createRoot(dom);
			root.render(content);
			return { dom, destroy: () => root.unmount() };
		},
	};
}
