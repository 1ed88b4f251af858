import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { ColumnFormat } from '../scan/ColumnFormat.ts';

interface KeptFormat {
	readonly storage: ColumnStorage & { readonly format?: { readonly kind: ColumnFormat['kind'] } | null | undefined };
}

/**
 * How the texts of a stored column were read. Tables of older versions, and of files that hold no texts, do not say: for them ISO
 * dates, decimal points, and text as it stands.
 */
export function columnFormatOf({ storage }: KeptFormat): ColumnFormat {
	const { format } = storage;
	const isNumber = storage.kind === 'number';
	if (format && isWhole(format) && (format.kind === 'number') === isNumber) {
		// A widened column keeps more places than the format that its file was planned with.
		return format.kind === 'number' ? { ...format, ...numberFacts(storage) } : format;
	}
	return plainFormat(storage);
}

/** The spelling in which the tables are shown: ISO dates, decimal points, no groups. */
export function plainFormat(storage: ColumnStorage): ColumnFormat {
	switch (storage.kind) {
		case 'number':
			return { kind: 'number', ...numberFacts(storage), allowsLeadingZeros: true, marks: null };
		case 'date':
			return { kind: 'date', order: 'ymd', separator: 45 };
		case 'timestamp':
		case 'boolean':
		case 'category':
		case 'text':
			return { kind: storage.kind };
	}
}

function numberFacts({ type, scale, isExact }: ColumnStorage) {
	return { type: type === 'integer' ? ('integer' as const) : ('decimal' as const), scale, isExact };
}

/** The parts without which a format cannot be read by. */
function isWhole(format: { readonly kind: ColumnFormat['kind'] }): format is ColumnFormat {
	switch (format.kind) {
		case 'number':
			return 'marks' in format;
		case 'date':
			return 'order' in format && 'separator' in format;
		case 'timestamp':
		case 'boolean':
		case 'category':
		case 'text':
			return true;
	}
}
