import { counted } from '#shared/base/counted.ts';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import type { ClusterFacts, ClusterSettings } from '#shared/model/clusterBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Job } from '../../job.ts';
import type { BuilderInput } from '../BuilderInput.ts';
import { baseRows } from '../baseRows.ts';
import { measureProposal } from '../measureProposal.ts';
import { binField } from '../tree/binField.ts';
import { clusterFactsOf } from './clusterFactsOf.ts';
import { clusterNotes } from './clusterNotes.ts';
import { completeRows, distanceColumn, rawValues } from './completeRows.ts';
import { describeClusters } from './describeClusters.ts';
import { findClusters } from './findClusters.ts';
import { pointsOf } from './Points.ts';
import { profileClusters } from './profileClusters.ts';
import { standardField } from './standardField.ts';
import type { StandardField } from './standardField.ts';

export interface ClusterProposal {
	readonly proposal: BuilderProposal;
	readonly facts: ClusterFacts;
}

/**
 * Segments from clusters, largest first: k-means finds groups on standardised fields, a shallow tree describes them, and the segments are
 * its rules, so that they are exclusive and can be read; how often rule and cluster agree is said. Customers without a value in one of
 * the fields are the remainder. Throws `data` where the fields cannot be used or there are too few customers.
 */
export async function proposeClusters(
	input: BuilderInput,
	settings: ClusterSettings,
	job: Job,
): Promise<ClusterProposal> {
	const { frame } = input;
	const names = settings.fields.map(({ name }) => name);
	const columns = names.map((name) => distanceColumn(frame, name));
	const { complete: rows, incomplete } = completeRows(baseRows(input), columns);
	const numbers = settings.clusters === null ? range(2, settings.maxClusters) : [settings.clusters];
	const most = Math.max(...numbers);
	if (rows.length < 2 * most) {
		throw new EngineError(
			'data',
			`${counted(rows.length, 'customer')} have a value in all of ${names.join(', ')}, too few for ${most} clusters. ` +
				'Leave out fields with many missing values, or look for fewer clusters.',
		);
	}
	const raw = columns.map((column) => rawValues(column, rows));
	const fields: StandardField[] = [];
	for (const [index, { name, scale }] of settings.fields.entries()) {
		await job.tick(index, names.length, 'Standardising the fields');
		fields.push(
			standardField(name, raw[index]!, columns[index]!.kind === 'number' ? scale : 'plain', settings.winsorShare),
		);
	}
	const points = pointsOf(fields.map(valuesOf));
	const found = await findClusters(points, numbers, settings.seed, job);
	const profile = profileClusters(found, points, raw);
	const count = profile.order.length;

	const clusterOfRow = new Uint8Array(frame.length);
	for (let point = 0; point < rows.length; point++) {
		clusterOfRow[rows[point]!] = profile.rank[found.clusterOf[point]!]!;
	}
	const binned = names.map((name) => binField(frame, name)!);
	const { rules, confusion } = await describeClusters(
		binned,
		rows,
		incomplete,
		clusterOfRow,
		count,
		count + settings.extraLeaves,
		job,
	);
	const facts = clusterFactsOf({ fields, kinds: columns.map(({ kind }) => kind), found, profile, rules, confusion });
	await job.tick(0, null, 'Counting segments');
	const proposal = measureProposal(input, {
		segments: rules.flatMap((rule, cluster) =>
			rule === null ? [] : [{ name: facts.clusters[cluster]!.name, rule, description: describe(facts, cluster) }],
		),
		remainder: {
			name: 'Values missing',
			description: `Customers without a value in one of ${names.join(', ')}: they have no place among the clusters.`,
		},
		customFields: [],
		notes: clusterNotes(facts, settings),
	});
	return { proposal, facts };
}

function valuesOf({ name, values }: StandardField): Float64Array {
	if (values === null) {
		throw new EngineError('data', `The field “${name}” has the same value for all customers. Leave it out.`);
	}
	return values;
}

function describe({ clusters, confusion }: ClusterFacts, cluster: number): string {
	const { customers, caught } = clusters[cluster]!;
	const taken = confusion.reduce((sum, row) => sum + row[cluster]!, 0);
	const own = confusion[cluster]![cluster]!;
	const share = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(1, whole))} %`;
	return (
		`Describes a cluster of ${counted(customers, 'customer')}: the rule takes ${share((caught ?? 0) * customers, customers)} of them, ` +
		`and ${share(own, taken)} of those whom it takes are in the cluster.`
	);
}

function range(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
