import { useState } from 'react';
import type { ColumnFinding, ColumnPlan, ColumnReading } from '#shared/model/importPlan.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Confidence } from './Confidence.tsx';
import type { FileImport } from './FileImport.ts';

const decimalMarks = [
	{ value: '.', label: 'Point (1.50)' },
	{ value: ',', label: 'Comma (1,50)' },
] as const;
const groupMarks = [
	{ value: '', label: 'None (1234)' },
	{ value: ',', label: 'Comma (1,234)' },
	{ value: '.', label: 'Point (1.234)' },
	{ value: "'", label: 'Apostrophe (1’234)' },
	{ value: ' ', label: 'Space (1 234)' },
] as const;
const dateOrders = [
	{ value: 'ymd', label: 'Year first' },
	{ value: 'dmy', label: 'Day first' },
	{ value: 'mdy', label: 'Month first' },
] as const;
const dateCounts = [
	{ value: 'none', label: 'None: written dates' },
	{ value: 'excel-1900', label: 'Days of Excel' },
	{ value: 'excel-1904', label: 'Days of Excel since 1904' },
	{ value: 'seconds', label: 'Seconds since 1970' },
	{ value: 'milliseconds', label: 'Milliseconds since 1970' },
] as const;

interface ColumnReadingFormProps {
	readonly file: FileImport;
	readonly column: ColumnPlan;
	readonly finding: ColumnFinding;
}

/** How sure the reading of a column is and why, the question it leaves open, and every part of the reading to be corrected. */
export function ColumnReadingForm({ file, column, finding }: ColumnReadingFormProps) {
	const { name, type, reading = {} } = column;
	const change = (part: Partial<ColumnReading>) => file.setReading(name, type, { ...reading, ...part });
	return (
		<div className="import-reading">
			{finding.question !== null && finding.choices.length > 0 && (
				<fieldset className="import-choices">
					<legend>{finding.question}</legend>
					{finding.choices.map((choice) => (
						<button
							key={choice.label}
							type="button"
							className="button button-secondary"
							onClick={() => file.setReading(name, choice.type, choice.reading)}
						>
							{choice.label}
						</button>
					))}
				</fieldset>
			)}
			<Disclosure
				className="import-findings"
				summary={
					<>
						Reading <Confidence share={finding.confidence} />
					</>
				}
			>
				{finding.reasons.length > 0 && (
					<ul>
						{finding.reasons.map((reason) => (
							<li key={reason}>{reason}</li>
						))}
					</ul>
				)}
				{(type === 'integer' || type === 'decimal') && (
					<>
						<Select
							label="Decimals after"
							value={reading.decimalMark ?? '.'}
							options={decimalMarks}
							onChange={(decimalMark) => change({ decimalMark })}
						/>
						<Select
							label="Thousands"
							value={reading.groupMark ?? ''}
							options={groupMarks}
							onChange={(groupMark) => change({ groupMark })}
						/>
						<UnitField key={reading.unit ?? ''} unit={reading.unit ?? ''} onChange={(unit) => change({ unit })} />
						{reading.unit === '%' && (
							<Select
								label="12 % is"
								value={reading.percentAs ?? 'share'}
								options={[
									{ value: 'share', label: '0.12' },
									{ value: 'points', label: '12' },
								]}
								onChange={(percentAs) => change({ percentAs })}
							/>
						)}
					</>
				)}
				{(type === 'date' || type === 'timestamp') && (
					<>
						<Select
							label="Order"
							value={reading.dateOrder ?? 'ymd'}
							options={dateOrders}
							disabled={reading.dateCount !== undefined}
							onChange={(dateOrder) => change({ dateOrder })}
						/>
						<Select
							label="Numbers that count"
							value={reading.dateCount ?? 'none'}
							options={dateCounts}
							onChange={(count) => {
								const { dateCount: _, ...rest } = reading;
								file.setReading(name, type, count === 'none' ? rest : { dateCount: count });
							}}
						/>
					</>
				)}
			</Disclosure>
		</div>
	);
}

function UnitField({ unit, onChange }: { readonly unit: string; readonly onChange: (unit: string) => void }) {
	const [text, setText] = useState(unit);
	return (
		<TextField
			label="Currency or %"
			maxLength={8}
			value={text}
			onChange={(event) => setText(event.target.value)}
			onBlur={() => {
				if (text.trim() !== unit) {
					onChange(text.trim());
				}
			}}
		/>
	);
}
