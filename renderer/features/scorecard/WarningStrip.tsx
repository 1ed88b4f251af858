import type { Analysis } from '#shared/model/analysis.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { warningLines } from './warningLines.ts';

export interface WarningStripProps {
	readonly analysis: Analysis;
	readonly hasSegments: boolean;
}

/** What to know before reading the grid. */
export function WarningStrip({ analysis, hasSegments }: WarningStripProps) {
	const services = useServices();
	const lines = warningLines(analysis);
	if (hasSegments && lines.length === 0) {
		return null;
	}
	return (
		<ul className="warning-strip" aria-label="Before reading" tabIndex={0}>
			{!hasSegments && (
				<li className="warning-line warning-line-info">
					<Icon name="info" />
					<span>There are no segments yet, so there is nothing to compare.</span>
					<Button kind="link" onClick={() => void services.run('segments.openEditor')}>
						Define segments
					</Button>
				</li>
			)}
			{lines.map(({ tone, text }) => (
				<li key={text} className={`warning-line warning-line-${tone}`}>
					<Icon name={tone} />
					<span>{text}</span>
				</li>
			))}
		</ul>
	);
}
