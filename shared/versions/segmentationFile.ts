import { z } from 'zod';
import { customField } from '../model/customField.ts';
import {
	emptySegmentation,
	exclusion,
	REMAINDER_ID,
	segmentation,
	type Segmentation,
	segmentDefinition,
} from '../model/segmentation.ts';
import { mistakeSentence } from './mistakeSentence.ts';

const FORMAT = 'tranche.segmentation';
/** Grows when files of an earlier version can no longer be read as they are. */
const VERSION = 1;
/** Sentences of one answer. */
const MOST_MISTAKES = 5;

/**
 * A segmentation in a file, as it is exported and as a person writes it: names default to ids, everything but the segments may be left
 * out.
 */
const segmentationFile = z.strictObject({
	format: z.literal(FORMAT, 'This is a file of another kind').optional(),
	version: z
		.literal(VERSION, `This version of Tranche reads version ${VERSION} of the file; a newer one is needed`)
		.optional(),
	segments: z.array(segmentDefinition.partial({ name: true })).min(1, 'Name at least one segment'),
	remainder: z.string().min(1).max(120).default(emptySegmentation.remainder),
	mode: z.enum(['waterfall', 'strict']).default(emptySegmentation.mode),
	exclusions: z.array(exclusion.partial({ name: true })).default([]),
	customFields: z.array(customField).default([]),
});

export type ReadSegmentation =
	| { readonly kind: 'read'; readonly segmentation: Segmentation }
	/** Sentences without a full stop, each with its place in the file; the first few. */
	| { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

/** The text of an exported file, with every field that the schema knows and nothing else. */
export function writeSegmentationFile(value: Segmentation): string {
	return `${JSON.stringify({ format: FORMAT, version: VERSION, ...segmentation.parse(value) }, null, '\t')}\n`;
}

export function readSegmentationFile(value: unknown): ReadSegmentation {
	const file = segmentationFile.safeParse(value, { error: mistakeSentence });
	if (!file.success) {
		return { kind: 'mistakes', mistakes: mistakesOf(file.error) };
	}
	const { format: _format, version: _version, ...rest } = file.data;
	const named = <T extends { readonly id: string; readonly name?: string | undefined }>(entry: T) => ({
		...entry,
		name: entry.name ?? entry.id,
	});
	const whole = segmentation.safeParse(
		{
			...rest,
			segments: rest.segments.map(named),
			exclusions: rest.exclusions.map(named),
		},
		{ error: mistakeSentence },
	);
	if (!whole.success) {
		return { kind: 'mistakes', mistakes: mistakesOf(whole.error) };
	}
	const reserved = (['segments', 'exclusions'] as const).flatMap((list) =>
		whole.data[list].flatMap(({ id }, index) =>
			id === REMAINDER_ID
				? [`${list}[${index}].id: "${REMAINDER_ID}" names everyone that no rule takes. Choose another id`]
				: [],
		),
	);
	return reserved.length > 0 ? { kind: 'mistakes', mistakes: reserved } : { kind: 'read', segmentation: whole.data };
}

function mistakesOf({ issues }: z.ZodError): string[] {
	const more = issues.length - MOST_MISTAKES;
	return [
		...issues.slice(0, MOST_MISTAKES).map(({ path, message }) => placeOf(path) + message),
		...(more > 0 ? [`and ${more} more`] : []),
	];
}

/** `segments[2].rule: ` */
function placeOf(path: readonly PropertyKey[]): string {
	const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
	return text === '' ? '' : `${text.replace(/^\./, '')}: `;
}
