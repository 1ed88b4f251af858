import { memo, useEffect, useRef } from 'react';
import { metricList } from '#shared/metrics/metricList.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { metricGroups } from './metricGroups.ts';
import { scorecardState } from './scorecardState.ts';

export interface MetricChooserProps {
	readonly withValues: ReadonlySet<string>;
	readonly shown: ReadonlySet<string>;
}

/** Which metrics stand in the grid. Those without data say what would enable them. */
export const MetricChooser = memo(function MetricChooser({ withValues, shown }: MetricChooserProps) {
	const details = useRef<HTMLDetailsElement>(null);
	useEffect(() => {
		const close = (event: Event) => {
			const element = details.current;
			if (element?.open && event.target instanceof Node && !element.contains(event.target)) {
				element.open = false;
			}
		};
		document.addEventListener('pointerdown', close);
		return () => document.removeEventListener('pointerdown', close);
	}, []);
	const choose = (id: string, isShown: boolean) => {
		const metrics = new Set(shown);
		if (isShown) {
			metrics.add(id);
		} else {
			metrics.delete(id);
		}
		scorecardState.update((state) => ({ ...state, metrics }));
	};
	return (
		<details
			ref={details}
			className="metric-chooser"
			onKeyDown={(event) => {
				if (event.key === 'Escape' && details.current?.open) {
					event.stopPropagation();
					details.current.open = false;
					details.current.querySelector('summary')?.focus();
				}
			}}
		>
			<summary className="button button-secondary">
				<Icon name="checklist" />
				<span>
					Metrics <span className="number">{shown.size}</span>
				</span>
			</summary>
			<div className="metric-chooser-panel">
				{metricGroups(metricList).map((group) => (
					<fieldset key={group.id}>
						<legend>{group.label}</legend>
						{group.metrics.map((facts) => (
							<div key={facts.id}>
								<Checkbox
									label={facts.label}
									isChecked={shown.has(facts.id)}
									onChange={(isShown) => choose(facts.id, isShown)}
								/>
								{!withValues.has(facts.id) && <p className="metric-chooser-missing">{facts.missing}</p>}
							</div>
						))}
					</fieldset>
				))}
				<Button kind="link" onClick={() => scorecardState.update((state) => ({ ...state, metrics: null }))}>
					Show all that have data
				</Button>
			</div>
		</details>
	);
});
