import type { CardSection } from './cardSections.ts';

/** The card as plain text, to be pasted into notes or a message. */
export function cardText(title: string, figure: string, sections: readonly CardSection[]): string {
	const body = sections.map(
		({ heading, lines }) =>
			`${heading}\n${lines.map(({ term, text }) => (term === null ? text : `${term}: ${text}`)).join('\n')}`,
	);
	return [`${title}\n${figure}`, ...body].join('\n\n');
}
