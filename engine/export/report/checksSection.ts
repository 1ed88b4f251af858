import type { SegmentCheck } from '#shared/model/segmentReview.ts';
import { html, type Html } from './html.ts';
import type { ReportInput } from './ReportInput.ts';
import { reportTable } from './reportTable.ts';

const words: Readonly<Record<SegmentCheck['verdict'], string>> = {
	yes: 'yes',
	partly: 'not shown',
	no: 'no',
	unknown: 'cannot be told',
};

/** Six questions to each segment, with the figure behind each answer. */
export function checksSection({ analysis, review: { checks } }: ReportInput): Html | null {
	const [first] = checks;
	if (!first) {
		return null;
	}
	const questions = checks.filter(({ segment }) => segment === first.segment);
	const rows = analysis.segments
		.filter(({ isRemainder }) => !isRemainder)
		.map(({ id, name }) => {
			const answers = checks.filter(({ segment }) => segment === id);
			return html`<tr>
				<th scope="row">${name}</th>
				${answers.map(
					({ verdict, finding }) =>
						html`<td class="text wrap"><strong>${words[verdict]}</strong><span class="small">${finding}</span></td>`,
				)}
			</tr>`;
		});
	return html`<h2>Is it a good segment?</h2>
		<ul class="notes">
			${questions.map(({ check, rule }) => html`<li>${capital(check)}: ${rule}</li>`)}
		</ul>
		${reportTable([{ title: 'Segment' }, ...questions.map(({ check }) => ({ title: capital(check), isText: true }))], rows)}`;
}

function capital(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}
