import type { Segmentation } from '#shared/model/segmentation.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { readSegmentationFile } from '#shared/versions/segmentationFile.ts';
import { readJsonFile } from './readJsonFile.ts';

/** Reads a segmentation from a JSON file. Whatever does not fit is refused with the place in the file. */
export function readSegmentsFile(path: string): Segmentation {
	const read = readSegmentationFile(readJsonFile(path, 'segments file'));
	if (read.kind === 'mistakes') {
		throw new EngineError('data', `The segments file ${path} does not fit: ${read.mistakes.join('; ')}.`);
	}
	return read.segmentation;
}
