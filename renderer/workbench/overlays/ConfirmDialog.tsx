import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { OpenDialog } from '../dialogs/DialogStore.ts';

export function ConfirmDialog({ dialog }: { readonly dialog: Extract<OpenDialog, { kind: 'confirm' }> }) {
	const { title, message, confirmLabel, isDangerous = false } = dialog.options;
	const cancel = () => dialog.answer(false);
	return (
		<Dialog
			title={title}
			onClose={cancel}
			actions={
				<>
					<Button onClick={cancel}>Cancel</Button>
					<Button kind={isDangerous ? 'danger' : 'primary'} onClick={() => dialog.answer(true)}>
						{confirmLabel}
					</Button>
				</>
			}
		>
			<p>{message}</p>
		</Dialog>
	);
}
