import type { TableSummary } from '#shared/model/table.ts';
import type { QualityFinding } from '#shared/model/tableQuality.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';
import { excludeRows } from './excludeRows.ts';
import { exclusionName } from './exclusionName.ts';
import { valueText } from '../../ui/valueText.ts';

interface FindingListProps {
	readonly table: TableSummary;
	readonly findings: readonly QualityFinding[];
	/** Offers to go to the column of a finding. */
	readonly onColumn?: (name: string) => void;
}

/** What a person should look at, each with what can be done about it. */
export function FindingList({ table, findings, onColumn }: FindingListProps) {
	const services = useServices();
	const { isReadOnly } = useContextKeys();
	if (findings.length === 0) {
		return <p className="quality-none">Nothing odd was found.</p>;
	}
	const show = (finding: QualityFinding) =>
		services.layout.open('quality.rows', {
			tableId: table.id,
			name: table.name,
			filter: JSON.stringify(finding.filter),
			title: exclusionName(finding),
		});
	return (
		<ul className="quality-finding-list">
			{findings.map((finding) => (
				<li key={`${finding.code} ${finding.column ?? ''}`} className="quality-finding">
					<Icon name={finding.severity} className={`tone-${finding.severity}`} />
					<div>
						<span className="visually-hidden">{finding.severity}: </span>
						{finding.message}
						{finding.examples.length > 0 && (
							<p className="quality-examples number">{finding.examples.map(valueText).join(' · ')}</p>
						)}
						<div className="quality-actions">
							{finding.filter && (
								<>
									<Button kind="link" onClick={() => show(finding)}>
										Show rows
									</Button>
									<Button
										kind="link"
										disabled={isReadOnly}
										onClick={() => void excludeRows(services, table, finding.filter!, exclusionName(finding))}
									>
										Exclude rows…
									</Button>
								</>
							)}
							{finding.column !== null && onColumn && (
								<Button kind="link" onClick={() => onColumn(finding.column!)}>
									Show column
								</Button>
							)}
							{finding.filter === null && (
								<Button kind="link" onClick={() => void services.run('tables.openMapping', table.id)}>
									Change what the columns mean
								</Button>
							)}
						</div>
					</div>
				</li>
			))}
		</ul>
	);
}
