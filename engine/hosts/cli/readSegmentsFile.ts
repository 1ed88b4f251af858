import { z } from 'zod';
import { customField } from '#shared/model/customField.ts';
import {
	emptySegmentation,
	exclusion,
	REMAINDER_ID,
	segmentation,
	segmentDefinition,
	type Segmentation,
} from '#shared/model/segmentation.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { readJsonFile } from './readJsonFile.ts';

/** Names default to ids; remainder and mode have the usual values. */
const segmentsFile = z.strictObject({
	segments: z.array(segmentDefinition.partial({ name: true })).min(1, 'Name at least one segment'),
	remainder: z.string().min(1).max(120).default(emptySegmentation.remainder),
	mode: z.enum(['waterfall', 'strict']).default(emptySegmentation.mode),
	exclusions: z.array(exclusion).default([]),
	customFields: z.array(customField).default([]),
});

/** Reads the segments file of `tranche audit`. Whatever does not fit is refused with the place in the file. */
export function readSegmentsFile(path: string): Segmentation {
	const parsed = segmentsFile.safeParse(readJsonFile(path, 'segments file'));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new EngineError(
			'data',
			`The segments file ${path} does not fit: ${placeOf(issue?.path ?? [])}${issue?.message ?? 'unknown reason'}.`,
		);
	}
	const { segments, ...rest } = parsed.data;
	const reserved = segments.find((segment) => segment.id === REMAINDER_ID);
	if (reserved) {
		throw new EngineError(
			'data',
			`The segments file ${path} uses the id "${REMAINDER_ID}", which names everyone that no rule takes. Choose another id.`,
		);
	}
	const whole = segmentation.safeParse({
		...rest,
		segments: segments.map((segment) => ({ ...segment, name: segment.name ?? segment.id })),
	});
	if (!whole.success) {
		throw new EngineError(
			'data',
			`The segments file ${path} does not fit: ${whole.error.issues[0]?.message ?? 'unknown reason'}.`,
		);
	}
	return whole.data;
}

function placeOf(path: readonly PropertyKey[]): string {
	return path.length === 0
		? ''
		: `at ${path
				.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
				.join('')
				.slice(path[0] === undefined || typeof path[0] === 'number' ? 0 : 1)}: `;
}
