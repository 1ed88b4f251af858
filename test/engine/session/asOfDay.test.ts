import { expect, test } from 'vitest';
import { asOfDay, isoDay } from '../../../engine/session/asOfDay.ts';

const tables = [{ importedAt: '2026-03-01T10:00:00.000Z' }, { importedAt: '2026-03-04T23:59:00.000Z' }];

test('the date in force is the setting, else the day after the newest event, else the day of the newest import', () => {
	const days = [
		asOfDay({ asOf: '2025-12-31' }, { newestDay: 1 }, tables),
		asOfDay({ asOf: null }, { newestDay: 20_452 }, tables),
		asOfDay({ asOf: null }, { newestDay: null }, tables),
		asOfDay({ asOf: null }, { newestDay: null }, []),
	];
	expect(days.map(isoDay)).toEqual(['2025-12-31', '2025-12-31', '2026-03-04', '1970-01-01']);
});
