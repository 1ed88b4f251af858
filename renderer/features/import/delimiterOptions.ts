import type { SelectOption } from '../../ui/Select.tsx';

const usual: readonly SelectOption<string>[] = [
	{ value: ',', label: 'Comma' },
	{ value: ';', label: 'Semicolon' },
	{ value: '\t', label: 'Tab' },
	{ value: '|', label: 'Vertical bar' },
	{ value: '^', label: 'Caret' },
	{ value: '~', label: 'Tilde' },
	{ value: ':', label: 'Colon' },
	{ value: ' ', label: 'Space' },
	{ value: '\u0001', label: 'Control character 1' },
	{ value: '\u001f', label: 'Control character 31' },
];

/** The usual delimiters, and the one in use where it is another. */
export function delimiterOptions(delimiter: string): readonly SelectOption<string>[] {
	return usual.some(({ value }) => value === delimiter)
		? usual
		: [...usual, { value: delimiter, label: describe(delimiter) }];
}

function describe(delimiter: string): string {
	const code = delimiter.charCodeAt(0);
	return code < 32 ? `Control character ${code}` : `“${delimiter}”`;
}
