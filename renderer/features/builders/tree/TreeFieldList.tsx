import type { TreeField } from '#shared/model/treeBuilder.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Icon } from '../../../ui/Icon.tsx';

interface TreeFieldListProps {
	readonly fields: readonly TreeField[];
	readonly chosen: readonly string[];
	readonly onChange: (chosen: readonly string[] | null) => void;
}

/** Fields that rules may use, those that would prove nothing marked. */
export function TreeFieldList({ fields, chosen, onChange }: TreeFieldListProps) {
	const leaking = fields.filter(({ leak }) => leak !== null).length;
	return (
		<details className="tree-fields" open>
			<summary>
				{`Fields that rules may use: ${chosen.length} of ${fields.length}`}
				{leaking > 0 && (
					<span className="field-hint">{` (${leaking} left out at first: they are made of the outcome)`}</span>
				)}
			</summary>
			<ul>
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
								<Icon name={leak === null ? 'circle-slash' : 'warning'} />
								<span className="visually-hidden">{unusable ?? leak}</span>
							</>
						)}
					</li>
				))}
			</ul>
			<Button onClick={() => onChange(null)}>All that prove something</Button>
		</details>
	);
}
