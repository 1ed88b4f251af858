import { counted } from '#shared/base/counted.ts';
import { formatNames, type TableSource } from '#shared/model/tableSource.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { format } from '../../ui/format.ts';
import { fileName } from '../../workbench/overlays/filePath.ts';

const SHOWN_FILES = 5;

/** Where the rows of a table came from: file, place within it, how it was read, and the files below the first. */
export function TableOrigin({ table }: { readonly table: TableSummary }) {
	const { file, source, importedAt } = table;
	return (
		<p className="table-origin">
			Read from <span title={file}>{fileName(file)}</span>
			{source && describeSource(source)} on {format.moment(importedAt)}.
			{source && source.more.length > 0 && ` ${describeMore(source)}`}
		</p>
	);
}

function describeSource({ format: form, container, entry, part, encoding }: TableSource): string {
	const within = entry === null ? '' : `, the file ${entry} in it`;
	const packed = container === 'gzip' ? ', packed with gzip' : '';
	const partName = part === null || part === '' ? '' : `, ${partWords(form)} “${part}”`;
	const text = encoding === null ? '' : ` in ${encoding}`;
	return `${within}${packed} (${formatNames[form]}${text}${partName})`;
}

function partWords(form: TableSource['format']): string {
	return form === 'xlsx' ? 'sheet' : form === 'sqlite' ? 'table' : 'list';
}

function describeMore({ more }: TableSource): string {
	const names = more.slice(0, SHOWN_FILES).map(({ path, entry }) => fileName(entry ?? path));
	const rest = more.length - names.length;
	return `Below it ${counted(more.length, 'more file')}: ${names.join(', ')}${rest > 0 ? ` and ${counted(rest, 'other')}` : ''}.`;
}
