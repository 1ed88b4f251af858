import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './ProgressBar.css';

interface BusyProps {
	/** What is being waited for, e.g. `Reading the first rows`. */
	readonly label: string;
	readonly onCancel?: () => void;
}

/** Shown while an answer is slow (see useLatest). */
export function Busy({ label, onCancel }: BusyProps) {
	return (
		<div className="busy" role="status">
			<Icon name="loading" className="codicon-modifier-spin" />
			<span>{label}…</span>
			{onCancel && <Button onClick={onCancel}>Cancel</Button>}
		</div>
	);
}
