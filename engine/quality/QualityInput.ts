import type { ColumnType } from '#shared/model/columnType.ts';
import type { RoleField, TableRole } from '#shared/model/tableRole.ts';
import type { ColumnSource } from './ColumnSource.ts';

export interface QualityColumn extends ColumnSource {
	readonly name: string;
	readonly type: ColumnType;
	readonly nulls: number;
	/** The role field that the column is mapped to, null for none. */
	readonly part: RoleField | null;
}

/** One stored table as the checks see it. */
export interface QualityInput {
	readonly tableId: number;
	readonly name: string;
	readonly role: TableRole;
	readonly rows: number;
	readonly columns: readonly QualityColumn[];
	/** Days since 1970-01-01: what lies later is in the future. */
	readonly today: number;
}
