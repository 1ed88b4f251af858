import type { TableMapping } from '#shared/model/tableMapping.ts';
import { filledValues } from './columnContent.ts';
import { headerKey } from './headerKey.ts';

const treatmentWords =
	'treatment, treated, test, target, exposed, mailed, variant, b, t, yes, true, 1, Testgruppe, Zielgruppe, angeschrieben, traitement, traité, exposé, groupe test, tratamiento, tratado, expuesto, grupo de prueba';
const controlWords =
	'control, holdout, hold out, ctrl, untreated, a, c, no, false, 0, Kontrolle, Kontrollgruppe, nicht angeschrieben, témoin, contrôle, groupe témoin, groupe de contrôle, non traité, grupo de control, no tratado, grupo control';

const treatment = new Set(treatmentWords.split(',').map(headerKey));
const control = new Set(controlWords.split(',').map(headerKey));

/** Which labels of an arm column mean treatment and control; null when not both are recognised. */
export function guessArms(values: readonly string[]): TableMapping['arms'] {
	const labels = [...new Set(filledValues(values))];
	const arms = {
		treatment: labels.filter((label) => treatment.has(headerKey(label))),
		control: labels.filter((label) => control.has(headerKey(label))),
	};
	return arms.treatment.length > 0 && arms.control.length > 0 ? arms : null;
}
