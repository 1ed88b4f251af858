import type { AnalysisSettings } from '#shared/model/settings.ts';
import { Analyzer } from '../analysis/Analyzer.ts';
import { buildFrame } from '../frame/buildFrame.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { createJob, type Job } from '../job.ts';
import { KernelPool } from '../metrics/kernel/KernelPool.ts';
import { SegmentEvaluator } from '../rules/SegmentEvaluator.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { asOfDay } from './asOfDay.ts';
import { loadProjectData } from './loadProjectData.ts';
import { Memo } from './Memo.ts';
import type { ProjectData } from './ProjectData.ts';

/** The date in force and two others, such as both ends of a migration, or a draft's and the one before. */
const KEPT_FRAMES = 3;

export interface Evaluation {
	readonly evaluator: SegmentEvaluator;
	readonly analyzer: Analyzer;
}

/**
 * What follows from the file, each made again only when what it depends on has changed: data from tables and mappings, a frame
 * from data and date, evaluator and analyzer from a frame. A derivation that has begun is finished even if its caller
 * cancels, because others may wait for it.
 */
export class Derivations {
	private readonly store: ProjectStore;
	private readonly dataMemo = new Memo<ProjectData>(1);
	private readonly frameMemos = new WeakMap<ProjectData, Memo<CustomerFrame>>();
	private readonly evaluations = new WeakMap<CustomerFrame, Evaluation>();
	private pool: KernelPool | null = null;

	constructor(store: ProjectStore) {
		this.store = store;
	}

	data(tables: readonly StoredTable[], job: Job): Promise<ProjectData> {
		const key = JSON.stringify(tables.map(({ id, mapping }) => [id, mapping]));
		return this.dataMemo.get(key, () => loadProjectData(this.store, tables, unstoppable(job)));
	}

	frame(
		tables: readonly StoredTable[],
		data: ProjectData,
		settings: Pick<AnalysisSettings, 'asOf'>,
		job: Job,
	): Promise<CustomerFrame> {
		const day = asOfDay(settings, data, tables);
		const memo = this.frameMemos.get(data) ?? new Memo<CustomerFrame>(KEPT_FRAMES);
		this.frameMemos.set(data, memo);
		return memo.get(String(day), async () => {
			await unstoppable(job).tick(0, null, 'Building the customer frame');
			return buildFrame({ ...data, asOfDay: day });
		});
	}

	evaluation(frame: CustomerFrame): Evaluation {
		const known = this.evaluations.get(frame);
		if (known) {
			return known;
		}
		this.pool ??= new KernelPool();
		const evaluator = new SegmentEvaluator(frame, this.pool);
		const made = { evaluator, analyzer: new Analyzer(frame, evaluator, this.pool) };
		this.evaluations.set(frame, made);
		return made;
	}

	async close(): Promise<void> {
		await this.pool?.close();
	}
}

/** Reports like the job but does not end with it. */
function unstoppable(job: Job): Job {
	return createJob(new AbortController().signal, ({ done, total, phase }) => {
		job.tick(done, total, phase).catch(() => undefined);
	});
}
