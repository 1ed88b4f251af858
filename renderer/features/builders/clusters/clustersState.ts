import type { ClusterScale, ClusterSettings } from '#shared/model/clusterBuilder.ts';
import type { FrameField } from '#shared/model/frameField.ts';
import { Store } from '../../../engine/Store.ts';
import { isNumberField } from '../fieldChoices.ts';

/** What a person has chosen; fields null where the data decides. */
export interface ClusterChoices extends Omit<ClusterSettings, 'fields'> {
	readonly fields: readonly string[] | null;
	/** Per field, where it is not `auto`. */
	readonly scales: Readonly<Record<string, ClusterScale>>;
}

/** Kept while the app runs, so that the tab can be closed and opened again. */
export const clustersState = new Store<ClusterChoices>({
	fields: null,
	scales: {},
	clusters: null,
	maxClusters: 8,
	winsorShare: 0.01,
	extraLeaves: 4,
	seed: 1,
});

/** Fields whose values have distances. */
export function clusterFieldChoices(fields: readonly FrameField[]): readonly FrameField[] {
	return fields.filter(({ type }) => type !== 'text');
}

/** What customers differ in most often, where the data has it. */
const USUAL: ReadonlySet<string> = new Set(['order_count', 'revenue', 'recency_days', 'tenure_days']);
const FEW = 4;

export function chosenClusterFields({ fields: chosen }: ClusterChoices, fields: readonly FrameField[]): string[] {
	const offered = clusterFieldChoices(fields);
	if (chosen !== null) {
		return offered.map(({ name }) => name).filter((name) => chosen.includes(name));
	}
	const usual = offered.filter(({ name, origin }) => origin === 'derived' && USUAL.has(name));
	const numbers = usual.length > 1 ? usual : offered.filter(isNumberField).slice(0, FEW);
	return numbers.map(({ name }) => name);
}
