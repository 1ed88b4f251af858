import type { Dialect } from '#shared/model/importPlan.ts';
import type { SourceFormat } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { detectDialect } from '../detectDialect.ts';
import { canonicalDialect } from './FileHead.ts';
import { readFileHead } from './readFileHead.ts';
import { describeDifference, shapeLike, shapeOf } from './tableShape.ts';

interface ShapeGroup {
	readonly names: readonly string[];
	readonly dialect: Dialect;
	readonly format: SourceFormat;
	readonly paths: string[];
}

/**
 * Files with alike names in groups that can be read as one table: those with the same columns in the same order. A file that
 * cannot be read stands alone, where looking into it tells why.
 */
export async function groupByShape(paths: readonly string[]): Promise<string[][]> {
	if (paths.length < 2) {
		return [[...paths]];
	}
	const groups: ShapeGroup[] = [];
	const alone: string[][] = [];
	for (const path of paths) {
		const group = await placeOf(path, groups);
		if (group === null) {
			alone.push([path]);
		} else if (!groups.includes(group)) {
			groups.push(group);
		}
	}
	return [...groups.map((group) => group.paths), ...alone];
}

async function placeOf(path: string, groups: readonly ShapeGroup[]): Promise<ShapeGroup | null> {
	try {
		const { sample, isCanonical, source } = await readFileHead(path, {});
		const shapeAs = (dialect: Dialect, names: readonly string[]) =>
			isCanonical ? shapeOf(sample, canonicalDialect) : shapeLike(sample, dialect, names);
		const known = groups.find(
			({ names, dialect, format }) =>
				format === source.format && describeDifference(names, shapeAs(dialect, names).names, format) === null,
		);
		if (known) {
			known.paths.push(path);
			return known;
		}
		const dialect = isCanonical ? canonicalDialect : detectDialect(sample, {});
		return { names: shapeOf(sample, dialect).names, dialect, format: source.format, paths: [path] };
	} catch (error) {
		if (error instanceof EngineError && error.code === 'data') {
			return null;
		}
		throw error;
	}
}
