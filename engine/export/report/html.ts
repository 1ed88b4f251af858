/** Text that is already HTML. Everything else is escaped by the template tag. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

type Part = string | number | Html | readonly Html[] | null;

/** A template tag that escapes what is put in, so that names and file paths can never become markup. Null is left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return new Html(strings.reduce((text, string, index) => text + toText(parts[index - 1] ?? null) + string));
}

function toText(part: Part): string {
	if (part === null) {
		return '';
	}
	if (part instanceof Html) {
		return part.text;
	}
	return typeof part === 'object' ? part.map((piece) => piece.text).join('') : escapeHtml(String(part));
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
