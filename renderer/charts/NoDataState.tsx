import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useServices } from '../workbench/useServices.ts';

/** Shown while there are no customers to sort into segments. */
export function NoDataState() {
	const services = useServices();
	return (
		<EmptyState
			icon="database"
			title="No data yet"
			action={
				<Button kind="primary" icon="add" onClick={() => void services.run('import.chooseFiles')}>
					Import a table
				</Button>
			}
		>
			Import customers, orders or campaign recipients first. One table is enough to begin with.
		</EmptyState>
	);
}
