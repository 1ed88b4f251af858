import type { FrameField } from '#shared/model/frameField.ts';
import { useServices } from '../../workbench/useServices.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleMessages } from './RuleMessages.tsx';

export interface RuleBoxProps {
	/** The segment (or exclusion) whose rule this is. */
	readonly id: string;
	readonly name: string;
	readonly rule: string;
	readonly fields: readonly FrameField[];
	readonly isReadOnly: boolean;
	/** Offsets of the text to show, once for each new object. */
	readonly reveal: { readonly from: number; readonly to: number } | null;
	readonly onChange: (rule: string) => void;
	/** The edit is over for now: time to write it. */
	readonly onBlur: () => void;
}

/** One rule with what is wrong with it. */
export function RuleBox({ id, name, rule, fields, isReadOnly, reveal, onChange, onBlur }: RuleBoxProps) {
	const services = useServices();
	return (
		<div className="segment-rule">
			<RuleEditor
				label={`Rule of ${name}`}
				value={rule}
				fields={fields}
				isReadOnly={isReadOnly}
				reveal={reveal}
				onChange={onChange}
				onBlur={onBlur}
				onStep={(direction) => void services.run(direction === 'undo' ? 'edit.undo' : 'edit.redo')}
			/>
			<RuleMessages rule={rule} fields={fields} segmentId={id} />
		</div>
	);
}
