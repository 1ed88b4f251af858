import { CONTROL, TREATMENT } from '../frame/CustomerFrame.ts';

/** Whether a customer takes part in a comparison of the arms: in exactly one of them. */
export function isCompared(arm: number): boolean {
	return arm === TREATMENT || arm === CONTROL;
}
