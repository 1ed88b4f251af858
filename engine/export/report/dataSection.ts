import type { Problem } from '#shared/model/problem.ts';
import { html, type Html } from './html.ts';
import type { ReportInput } from './ReportInput.ts';
import { reportTable } from './reportTable.ts';

const count = new Intl.NumberFormat('en');

/** Which files went in, what was read, kept and put aside, and what a reader should know about it. */
export function dataSection({ project, analysis, review }: ReportInput): Html {
	const rows = project.tables.map(
		(table) =>
			html`<tr>
				<th scope="row">${table.name}<span class="small">${table.file}</span></th>
				<td class="text">${table.role}</td>
				<td>${count.format(table.rowsRead)}</td>
				<td>${count.format(table.rowsLoaded)}</td>
				<td>${count.format(table.rowsQuarantined)}</td>
				<td>${count.format(table.rowsUnmatched)}</td>
			</tr>`,
	);
	const problems = [...project.problems, ...analysis.problems, ...review.problems];
	return html`<h2>Data</h2>
		<p>
			Rows read are rows loaded plus rows quarantined. Rows of customers who are not in the base are kept and belong to
			no segment.
		</p>
		${reportTable(
			[
				{ title: 'Table' },
				{ title: 'Role', isText: true },
				{ title: 'Rows read' },
				{ title: 'Loaded' },
				{ title: 'Quarantined' },
				{ title: 'Unknown customer' },
			],
			rows,
		)}
		${
			problems.length === 0
				? null
				: html`<h3>To know about this data</h3>
						<ul class="notes">
							${problems.map(problemLine)}
						</ul>`
		}`;
}

function problemLine(problem: Problem): Html {
	return html`<li class="${problem.severity === 'error' ? 'error' : ''}">${problem.message}</li>`;
}
