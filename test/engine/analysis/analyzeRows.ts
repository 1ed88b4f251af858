import { analysis as analysisSchema } from '#shared/model/analysis.ts';
import type { Analysis } from '#shared/model/analysis.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { Analyzer } from '../../../engine/analysis/Analyzer.ts';
import { buildFrame } from '../../../engine/frame/buildFrame.ts';
import type { FrameInput } from '../../../engine/frame/buildFrame.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { categories } from '../frame/eventRows.ts';
import { ARMS, AS_OF_DAY } from '../frame/randomRows.ts';

/** A segmentation of the attribute `tier` (or of any rules), remainder last. */
export function segmentationOf(rules: Readonly<Record<string, string>>): Segmentation {
	const segments = Object.entries(rules).map(([id, rule]) => ({ id, name: id.toUpperCase(), rule }));
	return { segments, remainder: 'Everyone else', mode: 'waterfall', exclusions: [], customFields: [] };
}

export function tierAttribute(tiers: readonly (string | null)[]): FrameInput['attributes'] {
	return [{ name: 'tier', table: 'customers', column: categories(tiers) }];
}

/** The analysis of rows, checked against the schema that travels to the screens. */
export function analyzeRows(
	input: Partial<FrameInput> & Pick<FrameInput, 'customers'>,
	segmentation: Segmentation,
	settings: Partial<AnalysisSettings> = {},
	tick?: () => void,
): Analysis {
	const frame = buildFrame({
		customerId: String,
		attributes: [],
		signupDate: null,
		orders: null,
		recipients: null,
		arms: ARMS,
		asOfDay: AS_OF_DAY,
		...input,
	});
	const analyzer = new Analyzer(frame, new SegmentEvaluator(frame), null);
	return analysisSchema.parse(analyzer.analyze(segmentation, { ...defaultSettings, ...settings }, tick));
}

export function numberOf(analysis: Analysis, metric: string, segment: string | null): NumberRecord {
	const found = analysis.numbers.find((record) => record.name === metric && record.segment === segment);
	if (!found) {
		throw new Error(`There is no ${metric} of ${segment}`);
	}
	return found;
}
