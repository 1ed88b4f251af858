import { useMemo } from 'react';
import type { ColumnType } from '#shared/model/columnType.ts';
import type { CustomField } from '#shared/model/customField.ts';
import type { FrameField } from '#shared/model/frameField.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import { useRuleScope } from '../../engine/useRuleScope.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { typeIcons, typeLabels } from '../../ui/typeLabels.ts';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import { useDistinctCounts } from './useDistinctCounts.ts';

interface FieldListProps {
	readonly project: ProjectState;
	readonly customFields: readonly CustomField[];
	readonly isMatch: (name: string) => boolean;
	readonly selected: string | null;
	readonly onSelect: (name: string) => void;
}

interface Row {
	readonly name: string;
	/** Null for a custom field whose expression is wrong. */
	readonly type: ColumnType | null;
	readonly source: string;
	readonly missing: string;
	readonly distinct: string;
}

const LEAST_SHARE = 0.001;
const sources: Readonly<Record<FrameField['origin'], string>> = { attribute: 'Table', derived: 'Calculated' };

/** Custom fields first, then those of the data, with type, source, missing share and distinct values. */
export function FieldList({ project, customFields, isMatch, selected, onSelect }: FieldListProps) {
	const { fields, customers } = project;
	const scope = useRuleScope(fields);
	const roving = useRovingFocus('vertical');
	const names = useMemo(() => JSON.stringify(fields.map(({ name }) => name)), [fields]);
	const distinct = useDistinctCounts(names);
	const types = new Map(scope.book.fields.map(({ name, type }) => [name, type]));
	const rows: readonly Row[] = [
		...customFields.map(({ name }): Row => {
			const isSound = scope.checkField(name).typed !== null;
			const type = isSound ? (types.get(name) ?? null) : null;
			return { name, type, source: 'Custom', missing: '', distinct: '' };
		}),
		...fields.map((field): Row => {
			const different = distinct?.get(field.name) ?? null;
			return {
				name: field.name,
				type: field.type,
				source: sources[field.origin],
				missing: missingText(field.nulls, customers),
				distinct: different === null ? '' : format.count(different),
			};
		}),
	].filter(({ name }) => isMatch(name));
	const stop = rows.some(({ name }) => name === selected) ? selected : rows[0]?.name;
	return (
		<div className="fields-list">
			<div className="fields-row fields-head" aria-hidden="true">
				<span />
				<span>Field</span>
				<span className="fields-source">Source</span>
				<span className="fields-number">Missing</span>
				<span className="fields-number">Distinct</span>
			</div>
			<div role="listbox" aria-label="Fields" tabIndex={-1} onKeyDown={roving}>
				{rows.map((row) => (
					<div
						key={`${row.source} ${row.name}`}
						role="option"
						className="fields-row"
						aria-selected={row.name === selected}
						tabIndex={row.name === stop ? 0 : -1}
						title={row.name}
						onFocus={() => onSelect(row.name)}
					>
						<Icon
							name={row.type === null ? 'error' : typeIcons[row.type]}
							className={row.type === null ? 'tone-error' : ''}
						/>
						<span className="fields-name">
							{row.name}
							<span className="visually-hidden">, {row.type === null ? 'has an error' : typeLabels[row.type]}</span>
						</span>
						<span className="fields-source">{row.source}</span>
						<span className="fields-number number">
							{row.missing}
							{row.missing !== '' && <span className="visually-hidden"> missing</span>}
						</span>
						<span className="fields-number number">
							{row.distinct}
							{row.distinct !== '' && <span className="visually-hidden"> distinct values</span>}
						</span>
					</div>
				))}
			</div>
			{rows.length === 0 && <p className="fields-note">No field is called so.</p>}
		</div>
	);
}

/** A few missing values of very many are not none. */
function missingText(nulls: number, customers: number): string {
	const share = nulls / customers;
	return nulls === 0 ? '' : share < LEAST_SHARE ? `< ${format.share(LEAST_SHARE)}` : format.share(share);
}
