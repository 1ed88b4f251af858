import { useState } from 'react';
import { counted } from '#shared/base/counted.ts';
import { tableExportFormats, type TableExportFormat } from '#shared/model/tableExport.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { checkRule } from '#shared/rules/checkRule.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { saveRows } from './saveRows.ts';
import './ExportForm.css';

const formats = tableExportFormats.map(({ id, label }) => ({ value: id, label }));

/** Which rows and columns of a table go to a file, and as what. */
export function ExportForm({ table }: { readonly table: TableSummary }) {
	const services = useServices();
	const [format, setFormat] = useState<TableExportFormat>('csv');
	const [rule, setRule] = useState('');
	const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
	const [isBusy, setIsBusy] = useState(false);
	const chosen = table.columns.filter(({ name }) => !leftOut.has(name)).map(({ name }) => name);
	const error = ruleError(rule, table);

	const toggle = (name: string, isChosen: boolean) => {
		const next = new Set(leftOut);
		if (isChosen) {
			next.delete(name);
		} else {
			next.add(name);
		}
		setLeftOut(next);
	};
	const write = async () => {
		setIsBusy(true);
		try {
			await saveRows(services, {
				name: table.name,
				format,
				source: { kind: 'table', tableId: table.id },
				where: rule.trim() === '' ? null : rule,
				columns: leftOut.size === 0 ? null : chosen,
			});
		} catch (failure) {
			services.notifications.showError(failure);
		} finally {
			setIsBusy(false);
		}
	};

	return (
		<form
			className="export-form"
			onSubmit={(event) => {
				event.preventDefault();
				void write();
			}}
		>
			<Select
				label="Write as"
				value={format}
				options={formats}
				hint={tableExportFormats.find(({ id }) => id === format)?.description}
				onChange={setFormat}
			/>
			<TextField
				label="Only the rows for which this rule is true"
				value={rule}
				placeholder="all rows"
				error={error}
				hint={`Without a rule, all ${counted(table.rowsLoaded, 'row')}. A rule is written as in segments, with the columns of this table.`}
				spellCheck={false}
				onChange={(event) => setRule(event.target.value)}
			/>
			<fieldset className="export-columns">
				<legend>Columns</legend>
				{table.columns.map(({ name }) => (
					<Checkbox
						key={name}
						label={name}
						isChecked={!leftOut.has(name)}
						onChange={(isChosen) => toggle(name, isChosen)}
					/>
				))}
			</fieldset>
			<div className="export-actions">
				<Button kind="primary" icon="export" type="submit" disabled={isBusy || chosen.length === 0 || error !== null}>
					Export…
				</Button>
				<Button
					onClick={() => setLeftOut(leftOut.size === 0 ? new Set(table.columns.map(({ name }) => name)) : new Set())}
				>
					{leftOut.size === 0 ? 'Choose no column' : 'Choose all columns'}
				</Button>
			</div>
		</form>
	);
}

function ruleError(rule: string, { columns }: TableSummary): string | null {
	if (rule.trim() === '') {
		return null;
	}
	const { diagnostics } = checkRule(
		rule,
		columns.map(({ name, type }) => ({ name, type, values: [] })),
	);
	return diagnostics.find(({ severity }) => severity === 'error')?.message ?? null;
}
