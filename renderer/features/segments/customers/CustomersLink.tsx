import type { CustomerGroup } from '#shared/model/customerGroup.ts';
import { format } from '../../../ui/format.ts';
import { useServices } from '../../../workbench/useServices.ts';
import './CustomersLink.css';

export interface CustomersLinkProps {
	readonly group: CustomerGroup;
	readonly people: number;
	/** What a screen reader says before the number, such as `Staff, excluded`. */
	readonly label: string;
}

/** A count that opens its customers; plain where there are none. */
export function CustomersLink({ group, people, label }: CustomersLinkProps) {
	const services = useServices();
	const text = format.count(people);
	return people === 0 ? (
		text
	) : (
		<button
			type="button"
			className="customers-link number"
			title="List these customers"
			aria-label={`${label}: ${text}. List them`}
			onClick={() => void services.run('segments.showCustomers', group)}
		>
			{text}
		</button>
	);
}
