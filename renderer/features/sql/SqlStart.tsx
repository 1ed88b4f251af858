import type { SqlTable } from '#shared/model/sqlConsole.ts';
import { format } from '../../ui/format.ts';
import { sqlExamples } from './sqlExamples.ts';

interface SqlStartProps {
	readonly tables: readonly SqlTable[];
	readonly onChoose: (text: string) => void;
}

/** What stands below the editor before the first query: examples that run on this project, and what can be named. */
export function SqlStart({ tables, onChoose }: SqlStartProps) {
	return (
		<div className="sql-start">
			<section aria-label="Examples">
				<h2 className="sql-start-title">Begin with an example</h2>
				<ul className="sql-start-list">
					{sqlExamples(tables).map(({ title, text }) => (
						<li key={title}>
							<button type="button" className="sql-start-example" onClick={() => onChoose(text)}>
								{title}
							</button>
						</li>
					))}
				</ul>
			</section>
			<section aria-label="Tables">
				<h2 className="sql-start-title">Tables</h2>
				<dl className="sql-start-tables">
					{tables.map(({ name, rows, columns }) => (
						<div key={name}>
							<dt>
								{name} <span className="sql-start-note number">{format.count(rows)} rows</span>
							</dt>
							<dd>{columns.map((column) => column.name).join(', ')}</dd>
						</div>
					))}
				</dl>
			</section>
		</div>
	);
}
