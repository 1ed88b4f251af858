import { useState } from 'react';
import type { Condition } from '#shared/rules/conditions/ConditionTree.ts';
import type { NodePath } from '#shared/rules/conditions/editConditions.ts';
import { expressionOf, partOfText } from '#shared/rules/conditions/expressionOf.ts';
import { writeConditions } from '#shared/rules/conditions/writeConditions.ts';
import { useServices } from '../../../workbench/useServices.ts';
import { RuleEditor } from '../../../ui/rules/RuleEditor.tsx';
import { useConditions } from './ConditionsContext.ts';

interface ExpressionRowProps {
	readonly condition: Condition;
	readonly path: NodePath;
}

/**
 * A condition in its own words, for what has no pickers. It counts as soon as it can be read; when it is left, what has pickers by
 * then gets them.
 */
export function ExpressionRow({ condition, path }: ExpressionRowProps) {
	const { dataFields, isReadOnly, replace, settle } = useConditions();
	const services = useServices();
	// Of another condition that came to stand here it says nothing.
	const [typed, setTyped] = useState<{ readonly text: string; readonly of: Condition } | null>(null);
	const draft = typed?.of === condition ? typed.text : null;
	const text = writeConditions({ kind: 'group', match: 'all', parts: [condition], gaps: null });
	const isUnreadable = draft !== null && expressionOf(draft) === null;
	return (
		<div className="condition-expression">
			<RuleEditor
				label="Condition as text"
				value={draft ?? text}
				fields={dataFields}
				isReadOnly={isReadOnly}
				reveal={null}
				onChange={(next) => {
					const expression = expressionOf(next);
					setTyped({ text: next, of: expression ?? condition });
					if (expression) {
						replace(path, expression);
					}
				}}
				onBlur={() => {
					const part = draft === null ? null : partOfText(draft);
					if (part) {
						setTyped(null);
						replace(path, part);
					}
					settle();
				}}
				onStep={(direction) => void services.run(direction === 'undo' ? 'edit.undo' : 'edit.redo')}
			/>
			{isUnreadable && (
				<p className="field-error">This cannot be read yet. The last condition that could is counted.</p>
			)}
		</div>
	);
}
