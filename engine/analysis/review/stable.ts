import { counted } from '#shared/base/counted.ts';
import { formatInterval, formatNumber } from '#shared/metrics/formatNumber.ts';
import { NO_SHIFT, SHIFT } from '../../stats/populationStability.ts';
import { wilsonInterval } from '../../stats/wilsonInterval.ts';
import { toBounds } from '../toBounds.ts';
import type { Check } from './CheckContext.ts';
import { unknown } from './CheckContext.ts';

const MOST = 0.5;

export const stable: Check = {
	name: 'stable',
	rule: () =>
		`Yes when most of those who were members 90 days before still are and the sizes of all segments have not shifted (PSI below ${NO_SHIFT}); no when most are not, or the PSI is above ${SHIFT}; partly otherwise.`,
	judge({ segment, shift, settings }) {
		if (typeof shift === 'string') {
			return unknown(shift);
		}
		const found = shift.segments.get(segment.id);
		if (!found || found.before === 0 || shift.index === null) {
			return unknown(`nobody was in the segment on ${shift.since}.`);
		}
		const { before, now, stayed } = found;
		const share = stayed / before;
		const interval = toBounds(wilsonInterval(stayed, before, settings.level));
		const verdict =
			(interval?.high ?? share) < MOST || shift.index > SHIFT
				? 'no'
				: share >= MOST && shift.index < NO_SHIFT
					? 'yes'
					: 'partly';
		return {
			verdict,
			finding: `Of ${counted(before, 'member')} on ${shift.since}, ${formatNumber(share, 'share', settings)} still are (${formatInterval(interval, 'share', settings)}); ${(now - stayed).toLocaleString('en')} came from other segments. PSI of all segments ${shift.index.toFixed(3)}.`,
			metric: null,
		};
	},
};
