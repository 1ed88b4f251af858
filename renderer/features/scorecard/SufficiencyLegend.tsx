import { Icon } from '../../ui/Icon.tsx';
import { SufficiencyLight, sufficiencyWords } from './SufficiencyLight.tsx';

/** The signs of the grid, explained once. */
export function SufficiencyLegend() {
	return (
		<p className="scorecard-legend">
			{(['enough', 'thin', 'too-few'] as const).map((level) => (
				<span key={level}>
					<SufficiencyLight sufficiency={level} /> {sufficiencyWords[level]}
				</span>
			))}
			<span>
				<Icon name="triangle-up" />
				<Icon name="triangle-down" /> Differs beyond chance
			</span>
		</p>
	);
}
