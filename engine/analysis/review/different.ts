import { counted } from '#shared/base/counted.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { againstRest, isOwnOutcome } from './againstRest.ts';
import { isBehaviour } from './isBehaviour.ts';
import type { Check } from './CheckContext.ts';
import { unknown } from './CheckContext.ts';

export const different: Check = {
	name: 'different',
	rule: () =>
		'Yes when at least one behaviour that its rule does not decide differs from the rest beyond chance; partly when only behaviour that rules decide differs, or another segment behaves alike; no when none differs.',
	judge({ numbers, settings, segment, similar }) {
		if (segment.people === 0) {
			return unknown('nobody is in the segment.');
		}
		const tested = numbers.filter(({ metric, pAdjusted }) => pAdjusted !== null && isBehaviour(metric));
		if (tested.length === 0) {
			return unknown('needs orders or campaign recipients, and somebody outside the segment.');
		}
		const differing = tested.filter(({ isSignificant }) => isSignificant === true);
		const ofItself = differing.filter((record) => !isOwnOutcome(record));
		const clearest = clearestOf(ofItself.length > 0 ? ofItself : differing.length > 0 ? differing : tested);
		const alike = similar.length === 0 ? '' : ` No difference was found to ${similar.join(', ')}.`;
		return {
			verdict: differing.length === 0 ? 'no' : ofItself.length > 0 && similar.length === 0 ? 'yes' : 'partly',
			finding: `${counted(differing.length, 'figure')} of ${tested.length} differ from the rest beyond chance. ${clearest ? againstRest(clearest, settings) : ''}${alike}`,
			metric: clearest?.metric ?? null,
		};
	},
};

function clearestOf(records: readonly NumberRecord[]): NumberRecord | undefined {
	return records.toSorted((a, b) => (a.pAdjusted ?? 1) - (b.pAdjusted ?? 1))[0];
}
