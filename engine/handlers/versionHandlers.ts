import { resolve } from 'node:path';
import type { versionMethods } from '#shared/protocol/versionMethods.ts';
import { writeSegmentationFile } from '#shared/versions/segmentationFile.ts';
import { peopleMoved } from '../analysis/peopleMoved.ts';
import { writeTextFile } from '../export/writeTextFile.ts';
import type { Handlers } from '../server.ts';
import { missingInRules } from '../session/missingInRules.ts';
import { readSegmentsFile } from '../session/readSegmentsFile.ts';
import type { HandlerContext } from './HandlerContext.ts';

export function versionHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof versionMethods> {
	return {
		'versions.read': async ({ versionId }) => ({ segmentation: project.require().version(versionId) }),
		'versions.compare': async ({ before, after }, job) => {
			const session = project.require();
			const states = [];
			for (const segmentation of [before, after]) {
				await job.tick(states.length, 2, 'Comparing');
				states.push({ segmentation, assignment: session.segments.assign(segmentation) });
			}
			return peopleMoved(session.frame, states[0]!, states[1]!);
		},
		'versions.writeFile': async ({ segmentation, path, mayReplace }) => {
			const wanted = resolve(path);
			writeTextFile(wanted, writeSegmentationFile(segmentation), mayReplace);
			return { path: wanted };
		},
		'versions.readFile': async ({ path }) => {
			const segmentation = readSegmentsFile(resolve(path));
			return { segmentation, ...missingInRules(segmentation, project.require().frame.fields) };
		},
		'segments.sql': async ({ segmentation, dialect }) => {
			const { frameSql } = await import('../export/sql/frameSql.ts');
			return frameSql(project.require(), segmentation, dialect);
		},
		'segments.exportSql': async ({ segmentation, dialect, dir }, job) => {
			const session = project.require();
			const { writeFrameSql } = await import('../export/sql/writeFrameSql.ts');
			const result = await writeFrameSql({ session, segmentation, dialect, dir: resolve(dir), job });
			session.note('segments.exported', `SQL for ${dialect} to ${resolve(dir)}`);
			return result;
		},
	};
}
