import { html, type Html } from './html.ts';

export interface ReportColumn {
	readonly title: string;
	/** Text is set to the left, figures to the right. */
	readonly isText?: boolean;
}

/** A table of the report: headings, and rows that the caller made. Scrolls by itself where it is too wide. */
export function reportTable(columns: readonly ReportColumn[], rows: readonly Html[], className = ''): Html {
	const headings = columns.map(
		({ title, isText }) => html`<th scope="col" class="${isText ? 'text' : ''}">${title}</th>`,
	);
	return html`<div class="scroll">
		<table class="${className}">
			<thead>
				<tr>
					${headings}
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
	</div>`;
}
