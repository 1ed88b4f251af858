import { useServices } from '../../workbench/useServices.ts';
import type { FieldUse } from './fieldChanges.ts';

const words: Readonly<Record<FieldUse['kind'], string>> = {
	segment: 'segment',
	exclusion: 'exclusion',
	'custom-field': 'custom field',
};

/** Which rules and custom fields refer to a field; a click opens segments and fields. */
export function FieldUses({ uses }: { readonly uses: readonly FieldUse[] }) {
	const { run } = useServices();
	if (uses.length === 0) {
		return <p className="fields-note">No rule uses this field yet.</p>;
	}
	return (
		<div>
			<span className="field-label">Used by</span>
			<ul className="fields-uses">
				{uses.map(({ kind, id, name }) => (
					<li key={`${kind} ${id}`}>
						<button
							type="button"
							className="fields-use"
							onClick={() => void (kind === 'custom-field' ? run('fields.open', id) : run('segments.openEditor', id))}
						>
							{name}
						</button>
						<span className="fields-note"> {words[kind]}</span>
					</li>
				))}
			</ul>
		</div>
	);
}
