import { SettingText } from '../../workbench/views/SettingText.tsx';

interface NumberSettingProps {
	readonly label: string;
	readonly isLabelHidden?: boolean;
	readonly hint?: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly isWhole?: boolean;
	readonly onCommit: (value: number) => void;
}

/** A number within limits, taken over on Enter or when the field is left. */
export function NumberSetting(props: NumberSettingProps) {
	const { label, isLabelHidden = false, hint = '', value, low, high, isWhole = true, onCommit } = props;
	return (
		<SettingText
			label={label}
			isLabelHidden={isLabelHidden}
			type="text"
			value={String(Number(value.toPrecision(12)))}
			hint={hint}
			read={(text) => {
				const number = text === '' ? Number.NaN : Number(text);
				const isFine = number >= low && number <= high && (!isWhole || Number.isInteger(number));
				return isFine ? { value: number } : null;
			}}
			problem={`A ${isWhole ? 'whole ' : ''}number from ${low.toLocaleString('en')} to ${high.toLocaleString('en')}.`}
			onCommit={onCommit}
		/>
	);
}
