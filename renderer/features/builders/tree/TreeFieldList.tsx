import type { TreeField } from '#shared/model/treeBuilder.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { MoreSettings } from '../MoreSettings.tsx';

interface TreeFieldListProps {
	readonly fields: readonly TreeField[];
	readonly chosen: readonly string[];
	readonly onChange: (chosen: readonly string[] | null) => void;
}

/** Fields that rules may use, those that would prove nothing marked. */
export function TreeFieldList({ fields, chosen, onChange }: TreeFieldListProps) {
	const leaking = fields.filter(({ name, leak }) => leak !== null && !chosen.includes(name)).length;
	const left = leaking === 0 ? '' : `; ${leaking} left out that would prove nothing`;
	return (
		<MoreSettings title="Fields that rules may use" summary={`${chosen.length} of ${fields.length}${left}`}>
			<ul className="more-settings-list">
				{fields.map(({ name, leak, unusable }) => (
					<li key={name} title={unusable ?? leak ?? undefined}>
						<Checkbox
							label={name}
							isChecked={chosen.includes(name)}
							isDisabled={unusable !== null}
							onChange={(isChecked) =>
								onChange(isChecked ? [...chosen, name] : chosen.filter((other) => other !== name))
							}
						/>
						{(leak ?? unusable) !== null && (
							<>
								<Icon name={unusable === null ? 'warning' : 'circle-slash'} />
								<span className="visually-hidden">{unusable ?? leak}</span>
							</>
						)}
					</li>
				))}
			</ul>
			<Button onClick={() => onChange(null)}>All that prove something</Button>{' '}
			<Button onClick={() => onChange([])}>None</Button>
		</MoreSettings>
	);
}
