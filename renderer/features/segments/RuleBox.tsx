import { useMemo, useState } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import { readConditions } from '#shared/rules/conditions/readConditions.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { usePreferences } from '../../engine/usePreferences.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { RuleEditor } from '../../ui/rules/RuleEditor.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { RuleMessages } from './RuleMessages.tsx';
import { ConditionsEditor } from './conditions/ConditionsEditor.tsx';

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

/**
 * One rule with what is wrong with it, as text or as conditions. The last choice is what other rules open with. A text that cannot be
 * read stays a text until somebody chooses conditions again: it must not change its face while it is being mended.
 */
export function RuleBox({ id, name, rule, fields, isReadOnly, reveal, onChange, onBlur }: RuleBoxProps) {
	const services = useServices();
	const { preferences } = useSession();
	const remembered = usePreferences().ruleMode ?? 'text';
	const [mode, setMode] = useState(remembered);
	const [isRefused, setRefused] = useState(false);
	const [revealed, setRevealed] = useState(reveal);
	const isReadable = useMemo(() => readConditions(rule).tree !== null, [rule]);
	if (revealed !== reveal) {
		setRevealed(reveal);
		// A place in the text can only be shown in the text.
		setMode(reveal === null ? mode : 'text');
	}
	if (mode === 'conditions' && !isReadable) {
		setMode('text');
		setRefused(true);
	} else if (isRefused && isReadable) {
		setRefused(false);
	}
	const choose = (next: 'text' | 'conditions') => {
		setMode(next);
		void preferences.update({ ruleMode: next });
	};
	return (
		<div className="segment-rule">
			<div className="segment-rule-box">
				{mode === 'conditions' ? (
					<ConditionsEditor
						label={`Conditions of ${name}`}
						rule={rule}
						fields={fields}
						isReadOnly={isReadOnly}
						onChange={onChange}
						onDone={onBlur}
					/>
				) : (
					<RuleEditor
						label={`Rule of ${name}`}
						ownName={name}
						value={rule}
						fields={fields}
						isReadOnly={isReadOnly}
						reveal={reveal}
						onChange={onChange}
						onBlur={onBlur}
						onStep={(direction) => void services.run(direction === 'undo' ? 'edit.undo' : 'edit.redo')}
					/>
				)}
				<IconButton
					className="segment-rule-mode"
					icon={mode === 'text' ? 'list-tree' : 'edit-code'}
					label={mode === 'text' ? `Show the rule of ${name} as conditions` : `Show the rule of ${name} as text`}
					onClick={() => choose(mode === 'text' ? 'conditions' : 'text')}
				/>
			</div>
			{isRefused && (
				<p className="segment-rule-note" role="status">
					This text cannot be read as a rule, so it cannot be shown as conditions. Mend it first; the message below says
					where.
				</p>
			)}
			<RuleMessages rule={rule} fields={fields} segmentId={id} onFix={isReadOnly ? null : onChange} />
		</div>
	);
}
