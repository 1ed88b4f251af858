import { attributeOf, XmlError, type XmlHandler } from './XmlScanner.ts';

/** Characters of all texts of a workbook; above it the texts alone would fill the memory. */
const MAX_CHARACTERS = 2 ** 30;

/**
 * The texts of a workbook that its cells refer to by number. Formatted runs are joined; phonetic hints, which Excel does not count
 * as part of the text, are left out.
 */
export class SharedStrings implements XmlHandler {
	readonly texts: string[] = [];
	private current = '';
	private characters = 0;
	private isText = false;
	private phonetic = 0;

	open(name: string, tag: string): void {
		if (name === 'si') {
			this.current = '';
		} else if (name === 'rPh') {
			this.phonetic++;
		} else if (name === 't') {
			this.isText = this.phonetic === 0;
		} else if (name === 'sst' && Number(attributeOf(tag, 'uniqueCount') ?? 0) > MAX_CHARACTERS) {
			throw tooMuchText();
		}
	}

	close(name: string): void {
		if (name === 't') {
			this.isText = false;
		} else if (name === 'rPh') {
			this.phonetic--;
		} else if (name === 'si') {
			this.characters += this.current.length;
			if (this.characters > MAX_CHARACTERS) {
				throw tooMuchText();
			}
			this.texts.push(unescapeText(this.current));
		}
	}

	text(text: string): void {
		if (this.isText) {
			this.current += text;
		}
	}
}

/** Characters that XML cannot hold stand as `_x000D_`; an underscore that would read like that as `_x005F_`. */
export function unescapeText(text: string): string {
	return text.includes('_x')
		? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		: text;
}

function tooMuchText(): XmlError {
	return new XmlError('its texts alone are larger than the memory allows. Save the sheet as CSV and import that');
}
