import { counted } from '#shared/base/counted.ts';
import type { Problem } from '#shared/model/problem.ts';
import { fileProblem } from './fileProblem.ts';
import type { SampledColumns } from './sampleColumns.ts';

const MAX_QUOTED = 3;
const MAX_LINE = 60;

/** Says which lines before and after the table are left out. */
export function skippedProblems({ skippedLines }: Pick<SampledColumns, 'skippedLines'>, path: string): Problem[] {
	const { first, last } = skippedLines;
	return [
		...(first.length > 0
			? [
					fileProblem(
						'info',
						'import.skipped',
						`Left out before the table: ${counted(first.length, 'line')}${quoted(first)}.`,
						path,
						1,
					),
				]
			: []),
		...(last.length > 0
			? [
					fileProblem(
						'info',
						'import.skipped',
						`Left out after the last row: ${counted(last.length, 'line')}${quoted(last)}. They count neither as read nor as quarantined.`,
						path,
					),
				]
			: []),
	];
}

function quoted(lines: readonly string[]): string {
	const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
	const shown = filled.slice(0, MAX_QUOTED).map((line) => `"${line.slice(0, MAX_LINE)}"`);
	return shown.length === 0 ? '' : ` (${shown.join(', ')}${filled.length > shown.length ? ', …' : ''})`;
}
