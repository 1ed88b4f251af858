import { parquetSchema, type ColumnMetaData, type DecodedArray, type PageHeader } from 'hyparquet';
import { parquetHeader, readPage } from 'hyparquet/src/column.js';
import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import type { SourceVector } from '../vectors/SourceVector.ts';
import type { ColumnValues } from './columnValues.ts';
import { decompressors } from './decompressors.ts';
import { PageValues } from './PageValues.ts';
import { chunkStart, type ParquetFile } from './ParquetFile.ts';

const HEADER_BYTES = 16 * 1024;
const MAX_HEADER_BYTES = 4 * 2 ** 20;
const MAX_PAGE_BYTES = 512 * 2 ** 20;
const MAX_PAGE_VALUES = 20_000_000;
const decoder = new TextDecoder();

/**
 * The pages of one column in one row group, one in memory at a time. Every size and count of a page header is held against the file
 * and the row group before anything is allocated for it.
 */
export class ColumnPages {
	private readonly file: ParquetFile;
	private readonly values: ColumnValues;
	private readonly plain: PageValues | null;
	private readonly decoder: Parameters<typeof readPage>[2];
	private at: number;
	private readonly end: number;
	private rowsLeft: number;
	private dictionary: DecodedArray | undefined = undefined;
	/** As long as nothing but PageValues needed it. */
	private dictionaryPage: { readonly header: PageHeader; readonly bytes: Uint8Array } | null = null;
	private lostHere = 0;

	constructor(file: ParquetFile, column: ColumnMetaData, values: ColumnValues, groupRows: number) {
		const { element, type, plain } = values;
		this.file = file;
		this.values = values;
		this.plain = plain && new PageValues(plain, column.codec, element.repetition_type === 'OPTIONAL');
		this.at = chunkStart(column);
		this.end = this.at + Number(column.total_compressed_size);
		this.rowsLeft = groupRows;
		const root = parquetSchema(file.metadata);
		const leaf = { children: [], count: 1, element, path: column.path_in_schema };
		this.decoder = {
			pathInSchema: column.path_in_schema,
			type: column.type,
			element,
			schemaPath: [root, leaf],
			codec: column.codec,
			compressors: decompressors,
			parsers: { ...DEFAULT_PARSERS, jsonFromBytes: (bytes) => decoder.decode(bytes) },
			utf8: type === 'text',
		};
	}

	/** Numbers and days that are none, such as NaN, so far; they are read as no value. */
	get lost(): number {
		return this.lostHere + (this.plain?.lost ?? 0);
	}

	/** Values of the next data page that has some; null behind the last. */
	next(): SourceVector | null {
		while (this.rowsLeft > 0) {
			const { header, headerBytes } = this.readHeader();
			const at = this.at + headerBytes;
			this.at = at + header.compressed_page_size;
			if (header.type === 'INDEX_PAGE') {
				continue;
			}
			const bytes = this.file.read(at, header.compressed_page_size);
			if (header.type === 'DICTIONARY_PAGE') {
				this.plain?.readDictionary(header, bytes);
				this.dictionaryPage = { header, bytes };
				continue;
			}
			this.rowsLeft -= valuesOf(header);
			const vector = this.plain?.read(header, bytes) ?? this.readOther(header, bytes);
			if (valuesOf(header) > 0) {
				return vector;
			}
		}
		return null;
	}

	/** By hyparquet, which reads every encoding. */
	private readOther(header: PageHeader, bytes: Uint8Array): SourceVector {
		if (this.dictionaryPage) {
			const { data } = this.readPage(this.dictionaryPage.header, this.dictionaryPage.bytes);
			this.dictionary = data && convert(data, this.decoder);
			this.dictionaryPage = null;
		}
		const { data } = this.readPage(header, bytes);
		if (data?.length !== valuesOf(header)) {
			throw new Error('a page holds another number of values than it declares');
		}
		const values = Array.from(data, (raw: unknown) => {
			const isNull = raw === null || raw === undefined;
			const value = isNull ? null : this.values.read(raw);
			this.lostHere += value === null && !isNull ? 1 : 0;
			return value;
		});
		return { kind: 'values', values };
	}

	private readPage(header: PageHeader, bytes: Uint8Array) {
		const reader = { view: new DataView(bytes.buffer), offset: 0 };
		return readPage(reader, header, this.decoder, this.dictionary, undefined, 0);
	}

	private readHeader(): { header: PageHeader; headerBytes: number } {
		for (let size = HEADER_BYTES; ; size *= 16) {
			const bytes = this.file.read(this.at, Math.min(size, this.end - this.at));
			const reader = { view: new DataView(bytes.buffer), offset: 0 };
			try {
				const header = parquetHeader(reader);
				this.check(header, reader.offset);
				return { header, headerBytes: reader.offset };
			} catch (error) {
				if (error instanceof PageError || size >= MAX_HEADER_BYTES || bytes.length < size) {
					throw error;
				}
			}
		}
	}

	private check(header: PageHeader, headerBytes: number): void {
		const { compressed_page_size: packed, uncompressed_page_size: size } = header;
		if (!(packed >= 0) || this.at + headerBytes + packed > this.end) {
			throw new PageError('a page claims to be longer than its column');
		}
		if (!(size >= 0) || size > MAX_PAGE_BYTES) {
			throw new PageError(`a page would unpack to more than ${MAX_PAGE_BYTES / 2 ** 20} MB`);
		}
		const values = valuesOf(header);
		const limit = header.type === 'DICTIONARY_PAGE' ? MAX_PAGE_VALUES : Math.min(this.rowsLeft, MAX_PAGE_VALUES);
		if (!(values >= 0) || values > limit) {
			throw new PageError('a page claims more values than its row group has rows');
		}
		const levels = header.data_page_header_v2;
		const levelBytes = levels ? [levels.definition_levels_byte_length, levels.repetition_levels_byte_length] : [];
		const isOutside =
			levelBytes.some((bytes) => !(bytes >= 0) || bytes > packed) || (levels && levels.num_rows !== levels.num_values);
		if (isOutside || (levels && !(levels.num_nulls >= 0 && levels.num_nulls <= levels.num_values))) {
			throw new PageError('a page header is damaged');
		}
	}
}

class PageError extends Error {
	override readonly name = 'PageError';
}

function valuesOf(header: PageHeader): number {
	const facts = header.data_page_header ?? header.data_page_header_v2 ?? header.dictionary_page_header;
	return facts?.num_values ?? 0;
}
