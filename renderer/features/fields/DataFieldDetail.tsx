import type { FrameField } from '#shared/model/frameField.ts';
import { typeLabels } from '../../ui/typeLabels.ts';
import { FieldPreview } from './FieldPreview.tsx';

const origins: Readonly<Record<FrameField['origin'], string>> = {
	attribute: 'A column of a table, as it stands.',
	derived: 'Calculated from events up to the date in force.',
};
const units = { days: 'In days.', money: 'In money.', count: 'A count.' } as const;

/** A field of the data: what it is, and what values it holds. */
export function DataFieldDetail({ field }: { readonly field: FrameField }) {
	const { name, type, origin, description, unit } = field;
	return (
		<>
			<h2 className="fields-title">{name}</h2>
			<p className="fields-note">
				{[`${typeLabels[type]}.`, unit === null ? '' : units[unit], origins[origin]].filter(Boolean).join(' ')}
			</p>
			{description !== '' && <p>{description}</p>}
			<FieldPreview field={name} />
		</>
	);
}
