import { Command } from 'cmdk';
import { Icon } from '../../ui/Icon.tsx';
import type { OpenDialog } from '../dialogs/DialogStore.ts';
import { Palette } from './Palette.tsx';

/** One choice out of a few, e.g. the baseline. */
export function PickPalette({ dialog }: { readonly dialog: Extract<OpenDialog, { kind: 'pick' }> }) {
	return (
		<Palette label={dialog.placeholder} placeholder={dialog.placeholder} empty="Nothing here is called that.">
			{dialog.items.map((item) => (
				<Command.Item
					key={item.label}
					value={item.label}
					keywords={[item.label, item.detail]}
					onSelect={() => dialog.answer(item)}
				>
					<Icon name={item.icon} />
					{item.label}
					<span className="palette-detail">{item.detail}</span>
					{item.isCurrent && <Icon name="check" className="palette-current" />}
				</Command.Item>
			))}
		</Palette>
	);
}
