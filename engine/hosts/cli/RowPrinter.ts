import type { Cell } from '#shared/model/columnType.ts';

const BUFFER_CHARS = 64 * 1024;

/** Writes rows to a stream as JSON (an array of one object per row) or CSV (RFC 4180), no faster than it takes them. */
export class RowPrinter {
	readonly #out: NodeJS.WritableStream;
	readonly #format: 'json' | 'csv';
	readonly #keys: readonly string[];
	#buffer = '';
	#rows = 0;

	constructor(out: NodeJS.WritableStream, format: 'json' | 'csv', names: readonly string[]) {
		this.#out = out;
		this.#format = format;
		this.#keys = names.map((name) => `${JSON.stringify(name)}:`);
		this.#buffer = format === 'csv' ? `${names.map((name) => csvField(name)).join(',')}\n` : '[';
	}

	async print(row: readonly Cell[]): Promise<void> {
		if (this.#format === 'csv') {
			const line = row.map((cell) => csvField(cell)).join(',');
			// A lone field without a value would be a blank line, which is no row.
			this.#buffer += line === '' ? '""\n' : `${line}\n`;
		} else {
			const fields = this.#keys.map((key, column) => key + JSON.stringify(row[column] ?? null));
			this.#buffer += `${this.#rows === 0 ? '' : ','}\n{${fields.join(',')}}`;
		}
		this.#rows++;
		if (this.#buffer.length >= BUFFER_CHARS) {
			await this.#flush();
		}
	}

	async end(): Promise<void> {
		this.#buffer += this.#format === 'csv' ? '' : '\n]\n';
		await this.#flush();
	}

	async #flush(): Promise<void> {
		const text = this.#buffer;
		this.#buffer = '';
		await new Promise<void>((resolve, reject) => {
			this.#out.write(text, (error) => (error ? reject(error) : resolve()));
		});
	}
}

function csvField(cell: Cell): string {
	if (cell === null) {
		return '';
	}
	const text = String(cell);
	// A text that says "NULL" is quoted, which tells it from no value.
	return /[",\r\n]/.test(text) || /^(?:NULL|null|N\/?A|#N\/A|-|)$/.test(text)
		? `"${text.replaceAll('"', '""')}"`
		: text;
}
