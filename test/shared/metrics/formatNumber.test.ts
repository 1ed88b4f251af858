import { describe, expect, it } from 'vitest';
import {
	formatDetectable,
	formatDifference,
	formatDifferenceInterval,
	formatInterval,
	formatLift,
	formatLiftInterval,
	formatNumber,
} from '#shared/metrics/formatNumber.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const euro = { currency: 'EUR' };
const none = { currency: null };
const lift = (value: number, low: number | null = null, high: number | null = null) => ({
	value,
	low,
	high,
	level: 0.95,
});

describe('formatNumber', () => {
	it('writes each unit in its own way', () => {
		expect(plain(formatNumber(1234, 'people', none))).toBe('1,234');
		expect(plain(formatNumber(0.1239, 'share', none))).toBe('12.4 %');
		expect(plain(formatNumber(12.4, 'money', euro))).toBe('€12.40');
		expect(plain(formatNumber(-1234.5, 'money', none))).toBe('-1,234.50');
		expect(plain(formatNumber(1.254, 'orders', none))).toBe('1.25');
		expect(plain(formatNumber(0.152, 'relative', none))).toBe('+15.2 %');
	});

	it('follows the locale', () => {
		expect(plain(formatNumber(1234.5, 'money', { currency: 'EUR', locale: 'de' }))).toBe('1.234,50 €');
		expect(plain(formatNumber(0.1239, 'share', { currency: null, locale: 'de' }))).toBe('12,4 %');
	});

	it('writes a dash where there is no value, and no sign on zero', () => {
		expect(formatNumber(null, 'money', euro)).toBe('–');
		expect(plain(formatNumber(-0.00001, 'relative', none))).toBe('0.0 %');
		expect(plain(formatNumber(-0.001, 'money', euro))).toBe('€0.00');
	});

	it('writes lifts in percent and differences of rates in percentage points', () => {
		expect(plain(formatLift(lift(-0.05), none))).toBe('-5.0 %');
		expect(plain(formatDifference(0.032, 'share', none))).toBe('+3.2 pp');
		expect(plain(formatDifference(0.032, 'relative', none))).toBe('+3.2 pp');
		expect(plain(formatDifference(-1.2, 'money', euro))).toBe('-€1.20');
		expect(plain(formatDetectable(0.032, 'share', none))).toBe('3.2 pp');
		expect(formatLift(null, none) + formatDifference(null, 'share', none) + formatDetectable(null, 'share', none)).toBe(
			'–––',
		);
	});

	it('writes intervals with their unit, and says which end is open', () => {
		expect(plain(formatInterval({ low: 0.101, high: 0.148, level: 0.95 }, 'share', none))).toBe('10.1 % to 14.8 %');
		expect(plain(formatLiftInterval(lift(0.2, 0.05, null), none))).toBe('+5.0 % or more');
		expect(plain(formatDifferenceInterval(lift(0.2, null, 0.3), 'share', none))).toBe('up to +30.0 pp');
		expect(formatInterval(null, 'share', none)).toBe('–');
	});
});
