import { html, type Html } from './html.ts';
import type { ReportInput } from './ReportInput.ts';
import { reportTable } from './reportTable.ts';

const columns = [
	{ title: 'Description', fact: 'description' },
	{ title: 'Decision', fact: 'decision' },
	{ title: 'Action', fact: 'action' },
	{ title: 'Owner', fact: 'owner' },
	{ title: 'Hypothesis', fact: 'hypothesis' },
] as const;

/** What was agreed about each segment; columns that nobody filled in are left out. */
export function agreedSection({ segmentation: { segments } }: ReportInput): Html | null {
	const filled = columns.filter(({ fact }) => segments.some((segment) => (segment[fact] ?? '') !== ''));
	if (filled.length === 0 && !segments.some(({ isPriority }) => isPriority === true)) {
		return null;
	}
	const rows = segments.map(
		(segment) =>
			html`<tr>
				<th scope="row">
					${segment.name}${segment.isPriority === true ? html`<span class="small">priority</span>` : null}
				</th>
				${filled.map(({ fact }) => html`<td class="text wrap">${segment[fact] ?? '–'}</td>`)}
			</tr>`,
	);
	return html`<h2>What was agreed</h2>
		${reportTable([{ title: 'Segment' }, ...filled.map(({ title }) => ({ title, isText: true }))], rows)}`;
}
