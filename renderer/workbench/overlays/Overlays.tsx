import { useStore } from '../../engine/useStore.ts';
import { assertNever } from '#shared/base/assertNever.ts';
import { useWorkbench } from '../useServices.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { FileDialog } from './FileDialog.tsx';
import { PickPalette } from './PickPalette.tsx';
import { PromptDialog } from './PromptDialog.tsx';
import { QuickOpen } from './QuickOpen.tsx';

/** The dialog or palette that is open, if any. */
export function Overlays() {
	const open = useStore(useWorkbench().dialogs.open);
	if (!open) {
		return null;
	}
	switch (open.kind) {
		case 'commands':
			return <CommandPalette />;
		case 'quick':
			return <QuickOpen />;
		case 'pick':
			return <PickPalette dialog={open} />;
		case 'confirm':
			return <ConfirmDialog dialog={open} />;
		case 'prompt':
			return <PromptDialog dialog={open} />;
		case 'openFile':
			return (
				<FileDialog
					title={open.options.title}
					mode={open.options.kind}
					isMultiple={open.options.isMultiple}
					filters={open.options.filters}
					defaultName=""
					onAnswer={(paths) => open.answer(paths)}
				/>
			);
		case 'saveFile':
			return (
				<FileDialog
					title={open.options.title}
					mode="save"
					isMultiple={false}
					filters={open.options.filters}
					defaultName={open.options.defaultName}
					onAnswer={(paths) => open.answer(paths[0] ?? null)}
				/>
			);
		default:
			return assertNever(open);
	}
}
