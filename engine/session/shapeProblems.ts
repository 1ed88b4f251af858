import { counted } from '#shared/base/counted.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { ShapeCounts } from '../import/reshape/shapeCounts.ts';

/** What was made of the rows of a file, with the number of each kind: nothing is put together or left out without a word. */
export function shapeProblems(
	counts: ShapeCounts | null,
	about: (severity: Problem['severity'], code: string, message: string) => Problem,
): Problem[] {
	if (counts === null) {
		return [];
	}
	const found: Problem[] = [];
	const { rows, made, kind, ignored, ignoredRows, perOrder, filledLines } = counts;
	if (kind === 'messages') {
		const used = counted(rows - ignoredRows - counts.rowsWithoutKey, 'event row');
		found.push(
			about(
				'info',
				'shape.messages',
				`Put together: ${used} into ${counted(made, 'message')}, one per customer, campaign and send.`,
			),
		);
	}
	if (kind === 'lines') {
		found.push(
			about(
				'info',
				'shape.lines',
				`Taken apart: ${counted(rows, 'row')} with items beside each other into ${counted(made, 'order line')}.`,
			),
		);
	}
	if (ignoredRows > 0) {
		const values = ignored
			.slice(0, 5)
			.map(({ value, rows: count }) => `${value === '' ? 'no value' : value} (${count.toLocaleString('en')})`);
		const more = ignored.length > 5 ? ' and others' : '';
		found.push(
			about(
				'warning',
				'shape.unknown-events',
				`Left out of every figure: ${counted(ignoredRows, 'event row')} whose value means nothing here: ${values.join(', ')}${more}. Say what the values mean under Meaning.`,
			),
		);
	}
	for (const { field, lines, conflicts } of perOrder) {
		if (lines > 0) {
			found.push(
				about(
					'info',
					'shape.per-order',
					`Counted once per order: ${field}. On ${counted(lines, 'further line')} it was not counted again.`,
				),
			);
		}
		if (conflicts > 0) {
			found.push(
				about(
					'warning',
					'shape.per-order-differs',
					`Not the same on all lines: ${field} of ${counted(conflicts, 'order')}. The first line with one counts; if each line has its own, say so under Meaning.`,
				),
			);
		}
	}
	if (filledLines > 0) {
		found.push(
			about(
				'info',
				'shape.filled-lines',
				`Taken from the first line of the order: the customer or date of ${counted(filledLines, 'line')} that had none.`,
			),
		);
	}
	return found;
}
