import { roleFacts } from '#shared/model/tableRole.ts';
import { keyForm, type KeyForm, type TableMapping } from '#shared/model/tableMapping.ts';
import { Checkbox } from '../Checkbox.tsx';
import { withKeyForm, withoutItems, withPerOrder } from './withMapping.ts';

const amountFields = ['revenue', 'cost', 'discount'];
const keyFormLabels: Readonly<Record<KeyForm, string>> = {
	'no-spaces': 'spaces do not count',
	'lower-case': 'capitals do not count',
	'no-leading-zeros': 'leading zeros do not count',
};

interface CountingFormProps {
	readonly mapping: TableMapping;
	readonly onChange: (mapping: TableMapping) => void;
}

/** How the rows are counted: amounts of whole orders, items beside each other, and what keys may differ in. */
export function CountingForm({ mapping, onChange }: CountingFormProps) {
	const { role, fields, perOrder = [], items = [], keyForm: forms = [] } = mapping;
	const amounts =
		role === 'orders' && fields['order_id'] !== undefined
			? roleFacts(role).fields.filter(({ id }) => amountFields.includes(id) && fields[id] !== undefined)
			: [];
	const hasKey = fields['customer_id'] !== undefined;
	if (amounts.length === 0 && items.length === 0 && !hasKey) {
		return null;
	}
	return (
		<fieldset className="mapping-counting">
			<legend>How the rows are counted</legend>
			{amounts.map(({ id, label }) => (
				<Checkbox
					key={id}
					label={`${label} is that of the whole order: count “${fields[id]!}” once per order, not on each line`}
					isChecked={perOrder.includes(id)}
					onChange={(isOnce) => onChange(withPerOrder(mapping, id, isOnce))}
				/>
			))}
			{items.length > 0 && (
				<Checkbox
					label={`Each row holds up to ${items.length} items beside each other (${Object.values(items[0]!).join(', ')}, …): take them apart into lines`}
					isChecked
					onChange={() => onChange(withoutItems(mapping))}
				/>
			)}
			{hasKey && (
				<div className="mapping-keys" role="group" aria-label="When the customer key is compared">
					<span>When customers are compared:</span>
					{keyForm.options.map((form) => (
						<Checkbox
							key={form}
							label={keyFormLabels[form]}
							isChecked={forms.includes(form)}
							onChange={(isWanted) => onChange(withKeyForm(mapping, form, isWanted))}
						/>
					))}
				</div>
			)}
		</fieldset>
	);
}
