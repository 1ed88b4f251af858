import { useEffect, useRef, useState } from 'react';
import type { CustomField } from '#shared/model/customField.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import { applyFix } from '#shared/rules/RuleFix.ts';
import { useDraft, useDraftActions } from '../../engine/useDraft.ts';
import { useRuleScope } from '../../engine/useRuleScope.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { DiagnosticList } from '../../ui/rules/DiagnosticList.tsx';
import { RuleEditor } from '../../ui/rules/RuleEditor.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { typeLabels } from '../../ui/typeLabels.ts';
import { useServices } from '../../workbench/useServices.ts';
import { changeCustomField, nameProblem, renameCustomField, usesOf } from './fieldChanges.ts';
import { FieldPreview } from './FieldPreview.tsx';
import { FieldUses } from './FieldUses.tsx';
import { fieldReveal, selectedField } from './fieldsState.ts';

interface CustomFieldEditorProps {
	readonly field: CustomField;
	readonly project: ProjectState;
}

/** A custom field: its name, expression and description, with type, mistakes and values while it is being written. */
export function CustomFieldEditor({ field, project }: CustomFieldEditorProps) {
	const { name, expression, description } = field;
	const { fields, isReadOnly } = project;
	const services = useServices();
	const draft = useDraft();
	const { updateDraft, flushDraft } = useDraftActions();
	const scope = useRuleScope(fields);
	const reveal = useStore(fieldReveal);
	const { typed, diagnostics } = scope.checkField(name);
	const type = typed === null ? null : scope.book.fields.find((entry) => entry.name === name)?.type;
	const write = (text: string) =>
		updateDraft((now) => changeCustomField(now, name, { expression: text }), `Edit ${name}`);
	return (
		<>
			<div className="fields-head-line">
				<FieldName field={field} project={project} isRevealed={reveal?.field === name && reveal.range === null} />
				<Button
					icon="trash"
					disabled={isReadOnly}
					aria-label={`Delete ${name}`}
					onClick={() => void services.run('fields.deleteField', name)}
				>
					Delete
				</Button>
			</div>
			<div>
				<div className="fields-label-line">
					<span className="field-label">Expression</span>
					<span className="fields-type">{type ? typeLabels[type] : ''}</span>
				</div>
				<RuleEditor
					label={`Expression of ${name}`}
					value={expression}
					fields={fields}
					isReadOnly={isReadOnly}
					reveal={reveal?.field === name ? reveal.range : null}
					ownName={name}
					check={() => scope.checkField(name)}
					example="For example: margin / revenue"
					onChange={write}
					onBlur={flushDraft}
					onStep={(direction) => void services.run(direction === 'undo' ? 'edit.undo' : 'edit.redo')}
				/>
				<DiagnosticList
					diagnostics={diagnostics}
					onReveal={(range) => fieldReveal.set({ field: name, range })}
					onFix={isReadOnly ? null : (fix) => write(applyFix(expression, fix))}
				/>
			</div>
			<TextField
				label="Description"
				value={description ?? ''}
				readOnly={isReadOnly}
				maxLength={4000}
				onChange={({ target }) =>
					updateDraft((now) => changeCustomField(now, name, { description: target.value }), `Describe ${name}`)
				}
				onBlur={flushDraft}
			/>
			<FieldUses uses={usesOf(draft, name)} />
			{typed && <FieldPreview field={name} />}
		</>
	);
}

interface FieldNameProps extends CustomFieldEditorProps {
	/** Takes the keyboard and selects the text once it turns true. */
	readonly isRevealed: boolean;
}

/** Takes effect on Enter or on leaving, because every rule that uses the field is changed with it. */
function FieldName({ field: { name }, project, isRevealed }: FieldNameProps) {
	const input = useRef<HTMLInputElement>(null);
	const { customFields } = useDraft();
	const { updateDraft, flushDraft } = useDraftActions();
	const [typed, setTyped] = useState(name);
	const wish = typed.trim();
	const error = nameProblem(wish, name, { columns: project.fields.map((entry) => entry.name), customFields });
	useEffect(() => {
		if (isRevealed) {
			input.current?.focus();
			input.current?.select();
		}
	}, [isRevealed]);
	const take = () => {
		if (error !== null || wish === name) {
			setTyped(name);
			return;
		}
		updateDraft((now) => renameCustomField(now, name, wish), `Rename ${name} to ${wish}`);
		selectedField.set(wish);
		flushDraft();
	};
	return (
		<TextField
			ref={input}
			label="Name"
			value={typed}
			readOnly={project.isReadOnly}
			maxLength={120}
			spellCheck={false}
			error={error}
			onChange={(event) => setTyped(event.target.value)}
			onBlur={take}
			onKeyDown={(event) => {
				if (event.key === 'Enter') {
					take();
				} else if (event.key === 'Escape') {
					setTyped(name);
				}
			}}
		/>
	);
}
