/** What a scanner meets, in order. Names carry no namespace prefix. */
export interface XmlHandler {
	/** `tag` is what stands between the angle brackets, for attributeOf. */
	open(name: string, tag: string): void;
	close(name: string): void;
	/** A piece of text with its entities resolved; one text may come in several pieces. */
	text(text: string): void;
}

export class XmlError extends Error {
	override readonly name = 'XmlError';
}

/** Far above what a cell (32,767 characters) or a tag of a workbook needs. */
const MAX_TOKEN = 4 * 2 ** 20;
const LESS = 60;
const GREATER = 62;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;

/**
 * The XML of office documents, piece by piece: elements, attributes, text, CDATA, comments and the predefined entities. There are
 * no document types, which the format forbids and through which entities could grow without bound. Several times as fast as a
 * general parser, because text is found by searching for the next bracket; a test compares the two.
 */
export class XmlScanner {
	private readonly handler: XmlHandler;
	private rest = '';
	private depth = 0;

	constructor(handler: XmlHandler) {
		this.handler = handler;
	}

	/** Throws XmlError where the text is not well-formed. */
	write(piece: string): void {
		const text = this.rest === '' ? piece : this.rest + piece;
		let at = 0;
		while (at < text.length) {
			const next = text.charCodeAt(at) === LESS ? this.markup(text, at) : this.characters(text, at);
			if (next < 0) {
				break;
			}
			at = next;
		}
		this.rest = text.slice(at);
		if (this.rest.length > MAX_TOKEN) {
			throw new XmlError('a text or tag in it is longer than any office program writes');
		}
	}

	end(): void {
		if (this.depth !== 0 || this.rest.trim() !== '') {
			throw new XmlError('it ends in the middle');
		}
	}

	/** Text up to the next bracket. An entity that is cut by the end of the piece waits for the next one. */
	private characters(text: string, at: number): number {
		const bracket = text.indexOf('<', at);
		if (bracket >= 0) {
			this.handler.text(resolved(text.slice(at, bracket)));
			return bracket;
		}
		const ampersand = text.lastIndexOf('&');
		const end = ampersand >= at && !text.includes(';', ampersand) ? ampersand : text.length;
		if (end > at) {
			this.handler.text(resolved(text.slice(at, end)));
		}
		return end > at ? end : -1;
	}

	private markup(text: string, at: number): number {
		switch (text.charCodeAt(at + 1)) {
			case SLASH: {
				const end = text.indexOf('>', at);
				if (end < 0) {
					return -1;
				}
				this.depth--;
				if (this.depth < 0) {
					throw new XmlError('a tag is closed that was not opened');
				}
				this.handler.close(localName(text.slice(at + 2, end).trimEnd()));
				return end + 1;
			}
			case QUESTION:
				return after(text, '?>', at);
			case EXCLAMATION:
				return this.declaration(text, at);
			default:
				return this.element(text, at);
		}
	}

	private declaration(text: string, at: number): number {
		if (text.startsWith('<!--', at)) {
			return after(text, '-->', at + 4);
		}
		if (text.startsWith('<![CDATA[', at)) {
			const end = text.indexOf(']]>', at);
			if (end < 0) {
				return -1;
			}
			this.handler.text(text.slice(at + 9, end));
			return end + 3;
		}
		if (text.length - at < 9 && '<![CDATA['.startsWith(text.slice(at))) {
			return -1;
		}
		if (text.length - at < 4) {
			return -1;
		}
		throw new XmlError('it declares a document type, which office files may not');
	}

	private element(text: string, at: number): number {
		let quote = 0;
		for (let end = at + 1; end < text.length; end++) {
			const code = text.charCodeAt(end);
			if (quote !== 0) {
				quote = code === quote ? 0 : quote;
			} else if (code === QUOTE || code === APOSTROPHE) {
				quote = code;
			} else if (code === LESS) {
				throw new XmlError('a tag is not closed');
			} else if (code === GREATER) {
				const isEmpty = text.charCodeAt(end - 1) === SLASH;
				const tag = text.slice(at + 1, isEmpty ? end - 1 : end);
				const name = nameOf(tag);
				this.handler.open(name, tag);
				if (isEmpty) {
					this.handler.close(name);
				} else {
					this.depth++;
				}
				return end + 1;
			}
		}
		return -1;
	}
}

/** The value of an attribute of a tag, its prefix ignored unless `name` has one; null where there is none. */
export function attributeOf(tag: string, name: string): string | null {
	let found: string | null = null;
	eachAttribute(tag, (key, value) => {
		const isIt = key === name || (!name.includes(':') && localName(key) === name && !key.startsWith('xmlns'));
		found ??= isIt ? value : null;
	});
	return found;
}

/** Calls `take` with the name, its prefix kept, and the value of every attribute of a tag, in one pass over it. */
export function eachAttribute(tag: string, take: (key: string, value: string) => void): void {
	let at = nameEnd(tag);
	while (at < tag.length) {
		const equals = tag.indexOf('=', at);
		if (equals < 0) {
			return;
		}
		let start = equals + 1;
		while (tag.charCodeAt(start) !== QUOTE && tag.charCodeAt(start) !== APOSTROPHE) {
			if (start >= tag.length) {
				return;
			}
			start++;
		}
		const end = tag.indexOf(tag.charCodeAt(start) === QUOTE ? '"' : "'", start + 1);
		if (end < 0) {
			return;
		}
		take(tag.slice(at, equals).trim(), resolved(tag.slice(start + 1, end)));
		at = end + 1;
	}
}

function nameOf(tag: string): string {
	const name = tag.slice(0, nameEnd(tag));
	if (name === '') {
		throw new XmlError('a tag has no name');
	}
	return localName(name);
}

function nameEnd(tag: string): number {
	let end = 0;
	while (end < tag.length && tag.charCodeAt(end) > 32) {
		end++;
	}
	return end;
}

function localName(name: string): string {
	const colon = name.indexOf(':');
	return colon < 0 ? name : name.slice(colon + 1);
}

function after(text: string, mark: string, from: number): number {
	const at = text.indexOf(mark, from);
	return at < 0 ? -1 : at + mark.length;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolved(text: string): string {
	if (!text.includes('&')) {
		return text;
	}
	return text.replace(/&([^;]*);|&/g, (_, entity: string | undefined) => {
		const known = entity === undefined ? undefined : ENTITIES[entity];
		const digits = entity === undefined ? null : /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(entity);
		const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16) : 0x110000;
		if (known === undefined && code > 0x10ffff) {
			throw new XmlError(`the entity &${entity ?? ''}; is not known`);
		}
		return known ?? String.fromCodePoint(code);
	});
}
