import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import { encodeLabels } from '../../columns/dictionary.ts';
import { typeOfFormat, type ColumnFormat } from '../scan/ColumnFormat.ts';
import type { WrittenColumn } from '../scan/ColumnWriter.ts';

/** Storage of a column as far as its format tells; what only the data tells is given. */
export function storageOf(
	format: ColumnFormat,
	facts: Pick<ColumnStorage, 'isWide' | 'min' | 'max' | 'hasDictionary'>,
): ColumnStorage {
	return {
		type: typeOfFormat(format),
		kind: format.kind,
		scale: format.kind === 'number' ? format.scale : 0,
		isExact: format.kind === 'number' ? format.isExact : true,
		...facts,
	};
}

/** One column of one morsel as it came from the scan. */
export function decodeWritten(written: WrittenColumn, format: ColumnFormat): Column {
	const isText = written.labels === null && (format.kind === 'category' || format.kind === 'text');
	const storage = storageOf(isText ? { kind: 'text' } : format, {
		isWide: written.encoding === 'f64',
		min: written.min,
		max: written.max,
		hasDictionary: written.labels !== null,
	});
	const dictionary = written.labels ? encodeLabels(written.labels) : null;
	return decodeChunks([{ ...written, column: 0, chunk: 0 }], written.rows, storage, dictionary);
}
