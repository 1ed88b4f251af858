import type { ComponentType } from 'react';
import type { ProjectState } from '#shared/model/projectState.ts';

/** A way to make segments: one entry in builderList, one panel. */
export interface Builder {
	readonly id: string;
	readonly title: string;
	/** A codicon name. */
	readonly icon: string;
	/** When to choose it, in one sentence. */
	readonly whenToUse: string;
	/** Settings, what the builder shows of the data, and the proposal (ProposalView). */
	readonly Panel: ComponentType<BuilderPanelProps>;
}

export interface BuilderPanelProps {
	readonly project: ProjectState;
}
