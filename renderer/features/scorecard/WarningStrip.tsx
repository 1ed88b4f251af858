import { memo, useId } from 'react';
import type { Analysis } from '#shared/model/analysis.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { scorecardState } from './scorecardState.ts';
import { warningLines, type WarningLine } from './warningLines.ts';

export interface WarningStripProps {
	readonly analysis: Analysis;
	readonly hasSegments: boolean;
}

const rank: Readonly<Record<WarningLine['tone'], number>> = { error: 0, warning: 1, info: 2 };

/** What to know before reading the grid: the gravest line, and the others behind a count. */
export const WarningStrip = memo(function WarningStrip({ analysis, hasSegments }: WarningStripProps) {
	const services = useServices();
	const { isWarningListOpen: isOpen } = useStore(scorecardState);
	const listId = useId();
	if (!hasSegments) {
		return (
			<div className="warning-strip">
				<p className="warning-line warning-line-info">
					<Icon name="info" />
					<span>There are no segments yet, so there is nothing to compare.</span>
					<Button kind="link" onClick={() => void services.run('segments.openEditor')}>
						Define segments
					</Button>
				</p>
			</div>
		);
	}
	const lines = warningLines(analysis).toSorted((a, b) => rank[a.tone] - rank[b.tone]);
	const [first, ...others] = lines;
	if (!first) {
		return null;
	}
	const toggle = () => scorecardState.update((state) => ({ ...state, isWarningListOpen: !isOpen }));
	return (
		<div className={`warning-strip ${isOpen ? 'warning-strip-open' : ''}`}>
			<div className={`warning-line warning-line-${first.tone}`}>
				<Icon name={first.tone} />
				<span className="warning-text" title={isOpen ? undefined : first.text}>
					{first.text}
				</span>
				<button type="button" className="warning-more" aria-expanded={isOpen} aria-controls={listId} onClick={toggle}>
					{isOpen ? 'Fold' : others.length === 0 ? 'Read' : `${others.length} more`}
					<Icon name={isOpen ? 'chevron-up' : 'chevron-down'} />
				</button>
			</div>
			<ul id={listId} aria-label="Before reading" hidden={!isOpen}>
				{others.map(({ tone, text }) => (
					<li key={text} className={`warning-line warning-line-${tone}`}>
						<Icon name={tone} />
						<span className="warning-text">{text}</span>
					</li>
				))}
			</ul>
		</div>
	);
});
