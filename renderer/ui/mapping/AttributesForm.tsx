import type { ColumnPlan } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { Checkbox } from '../Checkbox.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { freeColumns } from './freeColumns.ts';
import { withAttribute } from './withMapping.ts';

interface AttributesFormProps {
	readonly columns: readonly Pick<ColumnPlan, 'name'>[];
	readonly mapping: TableMapping;
	readonly onChange: (mapping: TableMapping) => void;
}

/** The columns without a part: which of them describe the customer, so that rules can use them. */
export function AttributesForm({ columns, mapping, onChange }: AttributesFormProps) {
	const free = freeColumns(columns, mapping);
	if (free.length === 0 || mapping.role === 'other') {
		return null;
	}
	const isEvent = roleFacts(mapping.role).isEvent;
	const kept = free.filter((name) => mapping.attributes.includes(name)).length;
	return (
		<Disclosure
			className="mapping-attributes"
			isOpenAtFirst={free.length <= 24}
			summary={`Columns that describe the customer: ${kept} of ${free.length}`}
		>
			<p className="mapping-note">
				{isEvent
					? 'Choose columns that are the same in all rows of a customer; the last row decides. Columns that are not chosen stay in the table.'
					: 'Rules can use each of them. Columns that are not chosen stay in the table.'}
			</p>
			<div className="mapping-attributes-list">
				{free.map((name) => (
					<Checkbox
						key={name}
						label={name}
						isChecked={mapping.attributes.includes(name)}
						onChange={(isAttribute) => onChange(withAttribute(mapping, name, isAttribute))}
					/>
				))}
			</div>
		</Disclosure>
	);
}
