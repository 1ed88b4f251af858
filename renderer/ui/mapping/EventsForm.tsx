import { campaignEvent, type CampaignEvent, type TableMapping } from '#shared/model/tableMapping.ts';
import { Select } from '../Select.tsx';
import type { SeenValue } from './SeenValue.ts';
import { withEvent } from './withMapping.ts';

const labels: Readonly<Record<CampaignEvent, string>> = {
	sent: 'Sent',
	withheld: 'Withheld (control)',
	delivered: 'Delivered',
	bounced: 'Bounced',
	opened: 'Opened',
	clicked: 'Clicked',
	converted: 'Converted',
	unsubscribed: 'Unsubscribed',
	complained: 'Marked as spam',
};
const options = [
	{ value: 'out', label: 'Left out' } as const,
	...campaignEvent.options.map((value) => ({ value, label: labels[value] })),
];

interface EventsFormProps {
	readonly column: string;
	readonly values: readonly SeenValue[];
	readonly mapping: TableMapping;
	readonly onChange: (mapping: TableMapping) => void;
}

/** What each value of a column of events says about its message. */
export function EventsForm({ column, values, mapping, onChange }: EventsFormProps) {
	const { events = {} } = mapping;
	const counts = new Map(values.map(({ value, count }) => [value, count]));
	const all = [...new Set([...values.map(({ value }) => value), ...Object.keys(events)])];
	return (
		<fieldset className="mapping-form">
			<legend>What the values of “{column}” mean</legend>
			<p className="mapping-note">
				Each row is one event. The events of a message are put together; rows that are left out are counted.
			</p>
			{all.map((value) => (
				<Select
					key={value}
					label={value}
					value={events[value] ?? 'out'}
					options={options}
					hint={counts.has(value) ? `${counts.get(value)!.toLocaleString('en')} of the sampled rows` : undefined}
					onChange={(event) => onChange(withEvent(mapping, value, event === 'out' ? null : event))}
				/>
			))}
		</fieldset>
	);
}
