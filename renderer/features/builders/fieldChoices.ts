import type { FrameField } from '#shared/model/frameField.ts';

export function isNumberField({ type }: FrameField): boolean {
	return type === 'integer' || type === 'decimal';
}
