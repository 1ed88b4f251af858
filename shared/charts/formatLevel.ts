/** A confidence level as text: 0.95 is `95 %`, with the decimals it needs and no more. */
export function formatLevel(level: number): string {
	return `${Number((level * 100).toFixed(1))}\u00a0%`;
}
