import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { OpenDialog } from '../dialogs/DialogStore.ts';

export function PromptDialog({ dialog }: { readonly dialog: Extract<OpenDialog, { kind: 'prompt' }> }) {
	const { title, label, value: initial, confirmLabel, validate } = dialog.options;
	const [value, setValue] = useState(initial);
	const formId = useId();
	const problem = validate?.(value) ?? null;
	return (
		<Dialog
			title={title}
			onClose={() => dialog.answer(null)}
			actions={
				<>
					<Button onClick={() => dialog.answer(null)}>Cancel</Button>
					<Button kind="primary" type="submit" form={formId} disabled={problem !== null}>
						{confirmLabel}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				onSubmit={(event) => {
					event.preventDefault();
					if (problem === null) {
						dialog.answer(value);
					}
				}}
			>
				<TextField
					label={label}
					value={value}
					error={problem}
					onFocus={(event) => event.target.select()}
					onChange={(event) => setValue(event.target.value)}
				/>
			</form>
		</Dialog>
	);
}
