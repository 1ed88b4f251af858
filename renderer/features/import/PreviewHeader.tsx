import { memo } from 'react';
import { columnType } from '#shared/model/columnType.ts';
import type { ColumnFinding, ColumnPlan } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { withAttribute } from '../../ui/mapping/withMapping.ts';
import { Select } from '../../ui/Select.tsx';
import { typeLabels } from '../../ui/typeLabels.ts';
import { ColumnReadingForm } from './ColumnReadingForm.tsx';
import type { FileImport } from './FileImport.ts';

const typeOptions = columnType.options.map((value) => ({ value, label: typeLabels[value] }));

interface PreviewHeaderProps {
	readonly file: FileImport;
	readonly column: ColumnPlan;
	/** From 1, where not every column is drawn. */
	readonly columnIndex: number | undefined;
	readonly finding: ColumnFinding | undefined;
	/** What the column is used for; null makes it an attribute or nothing. */
	readonly part: string | null;
	readonly mapping: TableMapping;
}

/** A column of the preview: its name, its type and how it is read, to be corrected. Drawn again only when one of them changes. */
export const PreviewHeader = memo(function PreviewHeader(props: PreviewHeaderProps) {
	const { file, column, columnIndex, finding, part, mapping } = props;
	const { name, type } = column;
	return (
		<th scope="col" aria-colindex={columnIndex}>
			<span className="import-column-name" title={name}>
				{name}
			</span>
			<Select
				label={`Type of ${name}`}
				isLabelHidden
				value={type}
				options={typeOptions}
				onChange={(next) => file.setType(name, next)}
			/>
			{finding && <ColumnReadingForm file={file} column={column} finding={finding} />}
			{part === null ? (
				<Checkbox
					label="Attribute"
					isChecked={mapping.attributes.includes(name)}
					onChange={(isAttribute) => file.setMapping(withAttribute(mapping, name, isAttribute))}
				/>
			) : (
				<span className="import-part">{part}</span>
			)}
		</th>
	);
});
