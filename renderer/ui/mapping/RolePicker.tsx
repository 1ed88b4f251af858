import type { MappingGuess } from '#shared/model/mappingGuess.ts';
import { roles, type TableRole } from '#shared/model/tableRole.ts';
import { surenessLabel } from './surenessLabel.ts';
import './RolePicker.css';

interface RolePickerProps {
	/** Distinguishes the radio buttons of several pickers. */
	readonly name: string;
	readonly role: TableRole;
	/** How well each role explains the file; null where nothing was guessed. */
	readonly guess: MappingGuess['roles'] | null;
	readonly onChange: (role: TableRole) => void;
}

const SHOWN_SURENESS = 0.3;

/** What the rows of a table are, each with an explanation, and which of them the file looks like. */
export function RolePicker({ name, role, guess, onChange }: RolePickerProps) {
	const reasons = guess?.find((entry) => entry.role === role)?.reasons ?? [];
	return (
		<fieldset className="role-picker">
			<legend>What the rows are</legend>
			<div className="role-picker-cards">
				{roles.map(({ id, label, description }) => {
					const found = guess?.find((entry) => entry.role === id);
					return (
						<label key={id} className="role-card">
							<input type="radio" name={name} checked={role === id} onChange={() => onChange(id)} />
							<span className="role-card-title">
								{label}
								{found && found.sureness >= SHOWN_SURENESS && (
									<span className="role-card-guess">{surenessLabel(found.sureness)}</span>
								)}
							</span>
							<span className="role-card-text">{description}</span>
						</label>
					);
				})}
			</div>
			{reasons.length > 0 && <p className="role-picker-reasons">{reasons.join(' ')}</p>}
		</fieldset>
	);
}
