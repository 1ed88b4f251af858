import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentationSql, SqlDialectId, SqlFrameColumn } from '#shared/model/sqlDialect.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { segmentationSql, type SegmentationSqlOrder } from '#shared/rules/sql/segmentationSql.ts';
import { SqlExportError } from '#shared/rules/sql/SqlExportError.ts';
import { SEGMENT_COLUMNS } from '../../session/customerRows.ts';
import type { Session } from '../../session/Session.ts';
import type { RowSource } from '../table/RowSource.ts';

/** As the SQL console calls it. */
export const FRAME_TABLE = 'customers_frame';

/** Every customer, the excluded too, with the fields that rules can name: what the statements run on. */
export function frameRows(session: Session): { readonly source: RowSource; readonly columns: readonly string[] } {
	const source = session.segments.customerRows(emptySegmentation, null);
	const columns = source.columns.filter((_, index) => !SEGMENT_COLUMNS.includes(index)).map(({ name }) => name);
	return { source: { ...source, name: FRAME_TABLE }, columns };
}

/** A draft as SQL for the customers as frameRows gives them. Throws `data` where the dialect has no words for a rule. */
export function frameSql(session: Session, segmentation: Segmentation, dialect: SqlDialectId): SegmentationSql {
	const columns = frameColumns(session);
	const keyColumn = columns[0]?.name ?? '';
	return sayable({ segmentation, dialect, columns, keyColumn, table: FRAME_TABLE, asOfDay: session.frame.asOfDay });
}

/** The columns of frameRows: the key first, then the fields. */
export function frameColumns(session: Session): SqlFrameColumn[] {
	const { source, columns } = frameRows(session);
	return source.columns
		.filter(({ name }) => columns.includes(name))
		.map(({ name, type, scale, isExact }) => ({ name, type, scale, isExact }));
}

/** segmentationSql with its refusals as errors for people. */
export function sayable(order: SegmentationSqlOrder): SegmentationSql {
	try {
		return segmentationSql(order);
	} catch (error) {
		throw error instanceof SqlExportError ? new EngineError('data', error.message) : error;
	}
}
