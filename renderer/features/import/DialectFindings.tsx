import { counted } from '#shared/base/counted.ts';
import type { DialectFinding, ImportPreview } from '#shared/model/importPlan.ts';
import { Confidence } from './Confidence.tsx';

const aspects: Readonly<Record<DialectFinding['aspect'], string>> = {
	delimiter: 'Delimiter',
	encoding: 'Encoding',
	header: 'Header',
	skipRows: 'Before the table',
	skipLastRows: 'After the table',
	hasTrailingDelimiter: 'Ends of rows',
	quote: 'Quotes',
};

/** What was told from the file and how sure that is; the least sure is seen without opening it. */
export function DialectFindings({ preview }: { readonly preview: ImportPreview }) {
	const { dialectFindings, skippedLines } = preview;
	const least = dialectFindings.reduce((low, { confidence }) => Math.min(low, confidence), 1);
	const skipped = [...skippedLines.first, ...skippedLines.last];
	return (
		<details className="import-findings">
			<summary>
				How this was told <Confidence share={least} />
				{skipped.length > 0 && <span className="import-left-out"> {counted(skipped.length, 'line')} left out</span>}
			</summary>
			<dl>
				{dialectFindings.map(({ aspect, confidence, reason }) => (
					<div key={aspect}>
						<dt>{aspects[aspect]}</dt>
						<dd>
							<Confidence share={confidence} /> {reason}
						</dd>
					</div>
				))}
			</dl>
			{skippedLines.first.length > 0 && <LeftOut label="Left out before the table" lines={skippedLines.first} />}
			{skippedLines.last.length > 0 && <LeftOut label="Left out after the table" lines={skippedLines.last} />}
		</details>
	);
}

function LeftOut({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) {
	return (
		<figure className="import-skipped">
			<figcaption>{label}</figcaption>
			<pre>{lines.map((line) => (line === '' ? ' ' : line)).join('\n')}</pre>
		</figure>
	);
}
