import './Field.css';

interface CheckboxProps {
	readonly label: string;
	readonly isChecked: boolean;
	readonly isDisabled?: boolean;
	readonly onChange: (isChecked: boolean) => void;
}

export function Checkbox({ label, isChecked, isDisabled = false, onChange }: CheckboxProps) {
	return (
		<label className="checkbox">
			<input
				type="checkbox"
				checked={isChecked}
				disabled={isDisabled}
				onChange={(event) => onChange(event.target.checked)}
			/>
			{label}
		</label>
	);
}
