import type { SourceEncoding, SourceFormat } from '#shared/model/tableSource.ts';
import { listKeys } from '../json/TopLevelLists.ts';
import { detectColumnStarts } from '../text/detectColumnStarts.ts';
import { detectUtf16 } from './detectUtf16.ts';
import { refuseForeignFormat, startsWith } from './refuseForeignFormat.ts';

export interface DetectedFormat {
	readonly format: SourceFormat;
	/** UTF-16 where the bytes are that; everything else the dialect tells. */
	readonly encoding: SourceEncoding | null;
}

/**
 * What the first bytes of a file are: markers first, then what the text looks like. The name is not asked. Throws an
 * EngineError for formats that are known and not read.
 */
export function detectFormat(path: string, head: Uint8Array, isComplete: boolean): DetectedFormat {
	if (startsWith(head, 'PAR1')) {
		return { format: 'parquet', encoding: null };
	}
	if (startsWith(head, 'ARROW1') || startsWith(head, [0xff, 0xff, 0xff, 0xff])) {
		return { format: 'arrow', encoding: null };
	}
	if (startsWith(head, 'SQLite format 3\0')) {
		return { format: 'sqlite', encoding: null };
	}
	if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) {
		return { format: 'xlsx', encoding: null };
	}
	refuseForeignFormat(path, head);
	const encoding = detectUtf16(head)?.encoding ?? null;
	const text = new TextDecoder(encoding ?? 'utf-8').decode(head);
	return { format: formatOfText(text, isComplete), encoding };
}

function formatOfText(text: string, isComplete: boolean): SourceFormat {
	const trimmed = text.trimStart();
	if (/^\[\s*(\{|\[|\]|$)/.test(trimmed) || (trimmed.startsWith('[') && isComplete && isJson(trimmed))) {
		return 'json';
	}
	if (/^\{\s*("|\}|$)/.test(trimmed)) {
		const end = trimmed.indexOf('\n');
		const first = end < 0 ? trimmed : trimmed.slice(0, end);
		const isAlone = isComplete && trimmed.slice(first.length).trim() === '';
		const isWrapper = isAlone && listKeys(Buffer.from(first)).length > 0;
		return isJson(first) && !isWrapper ? 'json-lines' : 'json';
	}
	const lines = text.split(/\r\n|\n|\r/);
	return detectColumnStarts(isComplete ? lines : lines.slice(0, -1)) === null ? 'delimited' : 'fixed-width';
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
