import { MAX_CLUSTER_FIELDS, type ClusterScale, type ClusterSettings } from '#shared/model/clusterBuilder.ts';
import type { FrameField } from '#shared/model/frameField.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { isNumberField } from '../fieldChoices.ts';
import { MoreSettings } from '../MoreSettings.tsx';
import type { ClusterChoices } from './clustersState.ts';

interface ClusterFieldsProps {
	readonly fields: readonly FrameField[];
	readonly settings: ClusterSettings;
	readonly scales: ClusterChoices['scales'];
	readonly onChange: (part: Partial<ClusterChoices>) => void;
}

const scaleLabels: readonly { readonly value: ClusterScale; readonly label: string }[] = [
	{ value: 'auto', label: 'log if skewed' },
	{ value: 'plain', label: 'as it is' },
	{ value: 'log', label: 'log' },
];

/** The fields in which customers shall be alike, and how each is put on the common scale. */
export function ClusterFields({ fields, settings, scales, onChange }: ClusterFieldsProps) {
	const chosen = settings.fields.map(({ name }) => name);
	const isFull = chosen.length >= MAX_CLUSTER_FIELDS;
	return (
		<MoreSettings title="Fields" summary={chosen.length === 0 ? 'none' : chosen.join(', ')}>
			<ul className="more-settings-list cluster-field-list">
				{fields.map((field) => {
					const { name, nulls } = field;
					const isChosen = chosen.includes(name);
					return (
						<li key={name} title={nulls === 0 ? undefined : `${nulls.toLocaleString('en')} customers have no value`}>
							<Checkbox
								label={name}
								isChecked={isChosen}
								isDisabled={isFull && !isChosen}
								onChange={(isChecked) =>
									onChange({ fields: isChecked ? [...chosen, name] : chosen.filter((other) => other !== name) })
								}
							/>
							{isChosen && isNumberField(field) && (
								<Select
									label={`Scale of ${name}`}
									isLabelHidden
									value={scales[name] ?? 'auto'}
									options={scaleLabels}
									onChange={(scale) => onChange({ scales: { ...scales, [name]: scale } })}
								/>
							)}
						</li>
					);
				})}
			</ul>
		</MoreSettings>
	);
}
