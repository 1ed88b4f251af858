import { counted } from '#shared/base/counted.ts';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import type { Services } from '../../workbench/services.ts';
import { applyProposal, changedFields, MAX_SEGMENTS, type ApplyMode } from './applyProposal.ts';

/** Puts a proposal into the draft as one undoable step, and asks how when the draft has segments already. */
export async function takeProposal(services: Services, proposal: BuilderProposal, method: string): Promise<void> {
	const { engine, notifications } = services;
	const mode = await chooseMode(services, proposal);
	if (mode === null) {
		return;
	}
	const draft = engine.draft.state.get();
	const changed = changedFields(draft, proposal);
	if (mode === 'append' && changed.length > 0) {
		const names = changed.map(({ name }) => name).join(', ');
		notifications.show(
			'error',
			`The project has a field ${names} with another meaning. Give the new one another name.`,
		);
		return;
	}
	if (mode === 'append' && draft.segments.length + proposal.segments.length > MAX_SEGMENTS) {
		notifications.show('error', `A segmentation holds at most ${MAX_SEGMENTS} segments. Replace the ones at hand.`);
		return;
	}
	engine.draft.update((now) => applyProposal(now, proposal, mode), `Build segments: ${method}`);
	void engine.draft.flush();
	await services.run('segments.openEditor');
	const what = counted(proposal.segments.length, 'segment');
	notifications.show('success', mode === 'replace' ? `${what} built.` : `${what} added behind the others.`, [
		{ label: 'Undo', run: () => void services.run('edit.undo') },
	]);
}

async function chooseMode({ engine, dialogs }: Services, proposal: BuilderProposal): Promise<ApplyMode | null> {
	const { segments } = engine.draft.state.get();
	if (segments.length === 0) {
		return 'replace';
	}
	const old = segments.length === 1 ? 'the segment' : `the ${segments.length} segments`;
	return dialogs.pick<ApplyMode>(`The project has ${counted(segments.length, 'segment')}. What becomes of them?`, [
		{
			label: `Replace ${old} at hand`,
			detail: `${counted(proposal.segments.length, 'new segment')} instead; can be undone`,
			icon: 'replace-all',
			isCurrent: false,
			value: 'replace',
		},
		{
			label: `Keep ${old} and add the new ones behind`,
			detail: 'earlier rules go first, so the new ones can lose people to them',
			icon: 'add',
			isCurrent: false,
			value: 'append',
		},
	]);
}
