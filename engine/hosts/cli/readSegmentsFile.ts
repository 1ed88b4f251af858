export { readSegmentsFile } from '../../session/readSegmentsFile.ts';
