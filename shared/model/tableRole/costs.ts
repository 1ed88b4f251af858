import { customerId } from './customerId.ts';
import { amountTypes, anyTypes, dayTypes, roleField } from './roleField.ts';
import type { RoleFacts } from './RoleFacts.ts';

export const costs: RoleFacts = {
	id: 'costs',
	label: 'Costs',
	description: 'What was spent, by kind and period, for a channel, a campaign, a segment or single customers.',
	isEvent: true,
	movesAsOf: false,
	fileNames: /cost|spend|expens|budget|kosten|ausgaben|aufwand|cout|depense|coste|gasto|media.?plan/,
	fields: [
		roleField(
			'amount',
			'Amount',
			'What was spent, in the currency of the project.',
			amountTypes,
			{
				en: 'cost, amount, spend, amount spent, expense, total cost, ad spend, costs, budget, net cost',
				de: 'Kosten, Betrag, Ausgaben, Aufwand, Werbekosten, Nettokosten, Summe',
				fr: 'coût, montant, dépense, dépenses, coût total, montant dépensé',
				es: 'coste, costo, importe, gasto, gastos, coste total, importe gastado',
				weak: 'value, total',
			},
			{ isRequired: true, weight: 1.5 },
		),
		roleField(
			'date',
			'Period',
			'The day, or the first day of the month, that the cost belongs to.',
			dayTypes,
			{
				en: 'cost date, period, month, date, reporting starts, day, week, booking date',
				de: 'Kostendatum, Zeitraum, Monat, Datum, Buchungsdatum, Periode',
				fr: 'période, mois, date, date coût, date comptable',
				es: 'periodo, mes, fecha, fecha coste, fecha contable',
			},
			{ weight: 0.5 },
		),
		roleField(
			'type',
			'Kind of cost',
			'Acquisition, retention, service, production and so on. Decides which figures it enters.',
			anyTypes,
			{
				en: 'cost type, cost category, expense type, cost center, type, category, account',
				de: 'Kostenart, Kostentyp, Kostenstelle, Kategorie, Konto',
				fr: 'type de coût, type coût, nature, centre de coût, catégorie, poste',
				es: 'tipo de coste, tipo coste, centro de coste, categoría, concepto',
			},
			{ weight: 2 },
		),
		roleField(
			'channel',
			'Channel',
			'The channel that the money was spent on.',
			anyTypes,
			{
				en: 'channel, platform, medium, source, network',
				de: 'Kanal, Werbekanal, Plattform, Medium',
				fr: 'canal, plateforme, support, source',
				es: 'canal, plataforma, medio, fuente',
			},
			{ weight: 1 },
		),
		roleField(
			'campaign',
			'Campaign',
			'The campaign that the money was spent on, spelled as in the campaign recipients.',
			anyTypes,
			{
				en: 'campaign, campaign name, campaign id',
				de: 'Kampagne, Kampagnenname, Aktion',
				fr: 'campagne, nom campagne, nom de la campagne',
				es: 'campaña, nombre campaña, nombre de la campaña',
			},
			{ weight: 1 },
		),
		roleField(
			'segment',
			'Segment',
			'The segment that the money was spent on, where it was meant for one.',
			anyTypes,
			{
				en: 'segment, audience, target group, customer segment',
				de: 'Segment, Zielgruppe, Kundensegment',
				fr: 'segment, cible, audience, segment client',
				es: 'segmento, público, audiencia, segmento cliente',
			},
			{ weight: 1 },
		),
		customerId(false),
	],
};
