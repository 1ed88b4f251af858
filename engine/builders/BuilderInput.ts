import type { Segmentation } from '#shared/model/segmentation.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { SegmentEvaluator } from '../rules/SegmentEvaluator.ts';

/** What every builder works on. */
export interface BuilderInput {
	readonly frame: CustomerFrame;
	/** The one that counts the draft, so that a proposal counts as it will once it is used. */
	readonly evaluator: Pick<SegmentEvaluator, 'evaluate'>;
	/** The project's segmentation: whom it excludes no builder sees; its custom fields serve its exclusions. */
	readonly current: Segmentation;
}
