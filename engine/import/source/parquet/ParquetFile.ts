import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parquetMetadata, type FileMetaData } from 'hyparquet';
import { EngineError } from '#shared/protocol/envelope.ts';

const MAGIC_BYTES = 4;
const FOOTER_BYTES = 8;
const MAX_METADATA_BYTES = 256 * 2 ** 20;
const MAX_ROWS = 2 ** 31;

/** Bytes of a Parquet file and what its footer says, which is believed only as far as the file itself bears it out. */
export class ParquetFile {
	readonly path: string;
	readonly metadata: FileMetaData;
	readonly sizeBytes: number;
	readonly rows: number;
	private readonly fd: number;

	/** Throws `data` for files that are no Parquet, are damaged, encrypted, or claim what cannot be. */
	constructor(path: string) {
		this.path = path;
		this.fd = openSync(path, 'r');
		try {
			this.sizeBytes = fstatSync(this.fd).size;
			this.metadata = this.readMetadata();
			this.rows = this.checkGroups();
		} catch (error) {
			closeSync(this.fd);
			throw error;
		}
	}

	/** Fewer bytes than asked for at the end of the file. */
	read(offset: number, length: number): Uint8Array {
		const bytes = new Uint8Array(Math.max(0, Math.min(length, this.sizeBytes - offset)));
		const got = readSync(this.fd, bytes, 0, bytes.length, offset);
		return got === bytes.length ? bytes : bytes.slice(0, got);
	}

	refused(reason: string): EngineError {
		return new EngineError('data', `${this.path} cannot be read: ${reason}.`);
	}

	close(): void {
		closeSync(this.fd);
	}

	private readMetadata(): FileMetaData {
		const tail = this.read(Math.max(0, this.sizeBytes - FOOTER_BYTES), FOOTER_BYTES);
		const magic = String.fromCharCode(...tail.subarray(-MAGIC_BYTES));
		if (magic === 'PARE') {
			throw this.refused('it is encrypted. Export it without encryption and import it again');
		}
		if (tail.length < FOOTER_BYTES || magic !== 'PAR1') {
			throw this.refused('it is not a Parquet file, or it is cut off');
		}
		const length = new DataView(tail.buffer).getUint32(0, true);
		if (length > this.sizeBytes - FOOTER_BYTES - MAGIC_BYTES || length > MAX_METADATA_BYTES) {
			throw this.refused('its footer claims to be longer than it can be');
		}
		try {
			return parquetMetadata(this.read(this.sizeBytes - FOOTER_BYTES - length, length + FOOTER_BYTES), {
				geoparquet: false,
			});
		} catch {
			throw this.refused('its footer is damaged');
		}
	}

	/** Returns the rows of all groups. */
	private checkGroups(): number {
		let rows = 0;
		for (const { num_rows: groupRows, columns } of this.metadata.row_groups) {
			rows += Number(groupRows);
			if (!(groupRows >= 0n) || rows > MAX_ROWS) {
				throw this.refused('its footer claims more rows than it can hold');
			}
			for (const { file_path: elsewhere, meta_data: column } of columns) {
				if (elsewhere) {
					throw this.refused('its data stands in other files. Import those');
				}
				const start = column ? chunkStart(column) : -1;
				const size = column ? Number(column.total_compressed_size) : -1;
				if (start < MAGIC_BYTES || !(size >= 0) || start + size > this.sizeBytes) {
					throw this.refused('its footer points to places that are not in the file');
				}
			}
		}
		return rows;
	}
}

/** Where a column chunk begins; some writers leave the place of the dictionary at 0. */
export function chunkStart(column: {
	readonly data_page_offset: bigint;
	readonly dictionary_page_offset?: bigint;
}): number {
	const dictionary = Number(column.dictionary_page_offset ?? 0n);
	const data = Number(column.data_page_offset);
	return dictionary > 0 && dictionary < data ? dictionary : data;
}
