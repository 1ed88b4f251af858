import { useCallback, useMemo } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import { dataOf } from '../../engine/ProofStore.ts';
import { useProject } from '../../engine/useProject.ts';
import { useRuleScope } from '../../engine/useRuleScope.ts';
import { EmptyState } from '../EmptyState.tsx';
import { GridPane } from './GridPane.tsx';
import type { FetchPage } from './GridPages.ts';

export interface DraftCustomersPaneProps {
	readonly label: string;
	/** Whether a segment by which the customers are told was removed. */
	readonly isGone: boolean;
	/** Reads some of them; another function when the draft changes. Null for a tab of another version. */
	readonly fetchPage: FetchPage | null;
	/** Title of the view that opens the tab. */
	readonly openedFrom: string;
}

const NO_FIELDS: readonly FrameField[] = [];

/** Customers that are told by the segments of the draft, with all their fields and custom fields; read anew when the data changes. */
export function DraftCustomersPane({ label, isGone, fetchPage, openedFrom }: DraftCustomersPaneProps) {
	const project = useProject();
	const data = project && JSON.stringify(dataOf(project));
	const fetch = useCallback<FetchPage>(
		(from, count, signal) =>
			fetchPage?.(from, count, signal) ??
			Promise.reject(new Error(`This tab was saved by another version. Open it again from ${openedFrom}.`)),
		// The frame follows from the data, too.
		// oxlint-disable-next-line react/exhaustive-deps
		[fetchPage, openedFrom, data],
	);
	const fields = project?.fields ?? NO_FIELDS;
	const { book } = useRuleScope(fields);
	const types = useMemo(() => [...book.fields, ...fields], [book, fields]);
	if (!project || project.customers === 0 || isGone) {
		return (
			<EmptyState icon="organization" title="These customers cannot be listed any more">
				A segment that they are told by was removed. Undo brings it back.
			</EmptyState>
		);
	}
	return <GridPane label={label} fetchPage={fetch} types={types} />;
}
