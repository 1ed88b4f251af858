import { customerId } from './customerId.ts';
import { amountTypes, anyTypes, dayTypes, keyTypes, roleField } from './roleField.ts';
import type { RoleFacts } from './RoleFacts.ts';

export const funnel: RoleFacts = {
	id: 'funnel',
	label: 'Funnel',
	description: 'One row per stage that somebody reached, or per lead, opportunity or deal with its present stage.',
	isEvent: true,
	movesAsOf: true,
	fileNames: /funnel|pipeline|opportunit|deal|lead|stage|vertriebschance|verkaufschance|opportunite|oportunidad|embudo/,
	fields: [
		customerId(true),
		roleField(
			'stage',
			'Stage',
			'The stage that was reached, such as lead, qualified, opportunity, won.',
			['text', 'integer'],
			{
				en: 'stage, stage name, funnel stage, deal stage, lead status, opportunity stage, pipeline stage, step, lifecycle stage',
				de: 'Phase, Stufe, Vertriebsphase, Verkaufsphase, Trichterstufe, Status',
				fr: 'étape, phase, étape du pipeline, statut',
				es: 'etapa, fase, etapa del embudo, estado',
			},
			{ weight: 3 },
		),
		roleField(
			'date',
			'Date of the stage',
			'When the stage was reached.',
			dayTypes,
			{
				en: 'stage date, entered at, occurred at, stage entered, last stage change date, date, timestamp, created date, create date, created at',
				de: 'Phasendatum, erreicht am, Datum, Zeitpunkt, erstellt am',
				fr: "date d'étape, date étape, atteint le, date, date de création",
				es: 'fecha etapa, fecha de etapa, alcanzado el, fecha, fecha de creación',
			},
			{ weight: 1 },
		),
		roleField(
			'deal_id',
			'Lead or opportunity',
			'Groups the stages of one case, where a customer can have several.',
			keyTypes,
			{
				en: 'opportunity id, deal id, lead id, session id, case id, record id, opportunity, deal name',
				de: 'Verkaufschance, Opportunity-ID, Lead-ID, Vorgangsnummer, Sitzung',
				fr: "ID opportunité, opportunité, ID affaire, affaire, numéro d'affaire",
				es: 'ID oportunidad, oportunidad, ID negocio, negocio, sesión',
			},
			{ weight: 1.5 },
		),
		roleField(
			'value',
			'Value',
			'What the opportunity is worth.',
			amountTypes,
			{
				en: 'deal value, opportunity value, amount, deal amount, acv, contract value, expected revenue, value',
				de: 'Auftragswert, Opportunity-Wert, Volumen, Betrag, Wert',
				fr: 'montant, valeur, valeur affaire, valeur opportunité',
				es: 'importe, valor, valor negocio, valor oportunidad',
			},
			{ weight: 1 },
		),
		roleField(
			'outcome',
			'Outcome',
			'Whether it was won or lost, where a column of its own says so.',
			anyTypes,
			{
				en: 'is won, won, outcome, result, won lost, closed won',
				de: 'gewonnen, Ergebnis, Ausgang',
				fr: 'gagné, résultat, issue',
				es: 'ganado, resultado',
			},
			{ weight: 2 },
		),
		roleField(
			'close_date',
			'Closing date',
			'When it was won or lost, or is expected to be.',
			dayTypes,
			{
				en: 'close date, closed at, closed date, won date',
				de: 'Abschlussdatum, abgeschlossen am',
				fr: 'date de clôture, date clôture, clôturé le',
				es: 'fecha de cierre, fecha cierre, cerrado el',
			},
			{ weight: 2 },
		),
		roleField(
			'rating',
			'Quality of the meeting',
			'A grade given to a meeting or lead.',
			anyTypes,
			{
				en: 'meeting rating, lead score, rating, score, meeting quality',
				de: 'Bewertung, Lead-Score, Terminqualität',
				fr: 'note, score, évaluation, qualité rendez-vous',
				es: 'puntuación, valoración, calidad reunión',
			},
			{ weight: 0.5 },
		),
		roleField(
			'channel',
			'Source',
			'Where the lead came from.',
			anyTypes,
			{
				en: 'lead source, source, channel, original source',
				de: 'Lead-Quelle, Quelle, Herkunft, Kanal',
				fr: 'source du lead, source, origine, canal',
				es: 'origen del lead, origen, fuente, canal',
			},
			{ weight: 0.5 },
		),
	],
};
