import { resolve } from 'node:path';
import type { segmentMethods } from '#shared/protocol/segmentMethods.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';

export function segmentHandlers({ project, writes }: HandlerContext): Pick<Handlers, keyof typeof segmentMethods> {
	return {
		'segments.evaluate': async ({ segmentation, settings }, job) =>
			project.require().segments.evaluate(segmentation, settings, job),
		'segments.review': async ({ segmentation, settings, isPatient }, job) =>
			project.require().segments.review(segmentation, settings, isPatient, job),
		'segments.write': ({ segmentation, label }, job) =>
			project.edit((session) => session.writeSegmentation(segmentation, label, job)),
		'segments.saveVersion': ({ reason }, job) =>
			project.edit((session) => session.saveVersion(reason, job, (step) => writes.run(step, job.signal))),
		'segments.restoreVersion': ({ versionId }, job) =>
			project.edit((session) => session.restoreVersion(versionId, job)),
		'segments.members': async ({ segmentation, group, ...page }, job) => {
			await job.tick(0, null, 'Reading');
			return project.require().segments.members(segmentation, group, page);
		},
		'segments.describeField': async ({ segmentation, ...question }, job) =>
			project.require().segments.describeField({ ...question, segmentation: segmentation ?? null }, job),
		'segments.countRules': async ({ rules, segmentation }, job) => {
			// Lets a cancel in that came right behind the request, as while a threshold is dragged.
			await job.tick(0, null, 'Counting');
			return { counts: project.require().segments.countRules(rules, segmentation) };
		},
		'segments.export': async ({ segmentation, dir }, job) => {
			const session = project.require();
			// Loaded when needed, because drawing charts brings more code than all the rest of the engine.
			const { writeAudit } = await import('../export/writeAudit.ts');
			const files = await writeAudit({ session, segmentation, dir: resolve(dir), mayReplace: false, job });
			session.note('segments.exported', resolve(dir));
			return { files };
		},
	};
}
