const names: Readonly<Record<string, string>> = {
	'000': 'article on the return of segmentation (000)',
	'001': 'list of segmentation KPIs (001)',
	'002': 'guide to audience segmentation (002)',
	'003': 'guide to B2B segmentation (003)',
	'004': 'guide to segmentation that drives revenue (004)',
};

/** A source document of the metric catalogue in words. */
export function sourceName(id: string): string {
	return names[id] ?? id;
}
