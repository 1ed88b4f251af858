import { formatNumber, type NumberFormat } from '../metrics/formatNumber.ts';
import type { MigrationAmount } from '../model/segmentMigration.ts';

/** What moves: people, or what they spent in the period before the earlier or the later date. */
export type MigrationMeasure = 'people' | 'revenueBefore' | 'revenueAfter';

/** Null without revenue. */
export function measured(amount: MigrationAmount, measure: MigrationMeasure): number | null {
	return amount[measure];
}

export function measureText(value: number | null, measure: MigrationMeasure, format: NumberFormat): string {
	return formatNumber(value, measure === 'people' ? 'people' : 'money', format);
}
