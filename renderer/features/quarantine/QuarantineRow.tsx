import type { FixPreview, QuarantineEntry } from '#shared/model/quarantineFix.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useContextKeys } from '../../workbench/useServices.ts';

interface QuarantineRowProps {
	readonly row: QuarantineEntry;
	/** `line 17`, `row 17` */
	readonly place: string;
	/** The text as it was typed anew; null where the text of the file stands. */
	readonly edit: string | null;
	readonly outcome: FixPreview['samples'][number] | null;
	readonly onEdit: (text: string | null) => void;
}

/** One row: its text, which can be typed anew, why it could not be read, and what would come of the fix. */
export function QuarantineRow({ row, place, edit, outcome, onEdit }: QuarantineRowProps) {
	const { isReadOnly } = useContextKeys();
	return (
		<tr>
			<td className="quarantine-line number">{format.count(row.line)}</td>
			<td>
				{edit === null ? (
					<span className="quarantine-text">{row.text}</span>
				) : (
					<textarea
						className="text-input quarantine-edit"
						aria-label={`Text of ${place}`}
						rows={Math.min(6, edit.split('\n').length)}
						value={edit}
						spellCheck={false}
						onChange={(event) => onEdit(event.target.value)}
					/>
				)}
				{outcome?.cells ? (
					<p className="quarantine-outcome">
						<Icon name="pass" className="tone-success" /> Would load as{' '}
						{outcome.cells.map((cell) => (cell === null ? 'no value' : String(cell))).join(' | ')}
					</p>
				) : (
					<p className="quarantine-why">{outcome?.reason ?? row.reason}</p>
				)}
			</td>
			<td className="quarantine-action">
				{edit === null ? (
					<IconButton icon="edit" label={`Edit ${place}`} disabled={isReadOnly} onClick={() => onEdit(row.text)} />
				) : (
					<IconButton icon="discard" label={`Take back the edit of ${place}`} onClick={() => onEdit(null)} />
				)}
			</td>
		</tr>
	);
}
