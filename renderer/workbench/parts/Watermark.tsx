import icon from '../../icon.svg';
import { keyLabel } from '../keys.ts';
import { useWorkbench } from '../useServices.ts';

const hints = [
	['All commands', 'Mod+Shift+P'],
	['Go to a table, segment or view', 'Mod+P'],
	['Show or hide the side bar', 'Mod+B'],
	['Show or hide the panel', 'Mod+J'],
] as const;

/** What an editor area without tabs shows. */
export function Watermark() {
	const { isMac } = useWorkbench();
	return (
		<div className="watermark">
			<img className="watermark-mark" src={icon} alt="" />
			<dl className="watermark-keys">
				{hints.map(([label, key]) => (
					<div key={key} style={{ display: 'contents' }}>
						<dt>{label}</dt>
						<dd>
							<kbd>{keyLabel(key, isMac)}</kbd>
						</dd>
					</div>
				))}
			</dl>
		</div>
	);
}
