import { customerId } from './customerId.ts';
import { amountTypes, anyTypes, dayTypes, keyTypes, roleField } from './roleField.ts';
import type { RoleFacts } from './RoleFacts.ts';

export const survey: RoleFacts = {
	id: 'survey',
	label: 'Survey answers',
	description: 'One row per respondent with an answer per column, or one row per question and answer.',
	isEvent: true,
	movesAsOf: true,
	fileNames:
		/survey|nps|csat|feedback|response|umfrage|befragung|zufriedenheit|enquete|sondage|satisfaction|encuesta|respuesta/,
	fields: [
		customerId(false),
		roleField(
			'nps',
			'Recommendation, 0 to 10',
			'How likely the customer is to recommend the company. 9 and 10 promote, 0 to 6 detract.',
			amountTypes,
			{
				en: 'nps, nps score, net promoter score, likelihood to recommend, recommend, recommendation',
				de: 'NPS, Weiterempfehlung, Empfehlungsbereitschaft, Weiterempfehlungsbereitschaft',
				fr: 'NPS, recommandation, probabilité de recommander, note NPS',
				es: 'NPS, recomendación, probabilidad de recomendar, puntuación NPS',
			},
			{ weight: 3 },
		),
		roleField(
			'csat',
			'Satisfaction',
			'How satisfied the customer is, on the scale of the survey.',
			amountTypes,
			{
				en: 'csat, satisfaction, satisfaction score, csat score, overall satisfaction',
				de: 'CSAT, Zufriedenheit, Gesamtzufriedenheit',
				fr: 'CSAT, satisfaction, note de satisfaction, satisfaction globale',
				es: 'CSAT, satisfacción, satisfacción general, nivel de satisfacción',
			},
			{ weight: 3 },
		),
		roleField(
			'date',
			'Date of the answer',
			'When the survey was answered.',
			dayTypes,
			{
				en: 'response date, responded at, answered at, survey date, submitted at, completed at, end date, date, timestamp',
				de: 'Antwortdatum, beantwortet am, Umfragedatum, Datum, Zeitstempel',
				fr: 'date de réponse, date réponse, répondu le, date enquête, date, horodateur',
				es: 'fecha de respuesta, fecha respuesta, respondido el, fecha encuesta, fecha, marca temporal',
			},
			{ weight: 1 },
		),
		roleField(
			'response_id',
			'Response',
			'Groups the answers of one respondent, where each row is one question.',
			keyTypes,
			{
				en: 'response id, respondent id, submission id, interview id',
				de: 'Antwort-ID, Teilnehmer-ID, Fragebogennummer',
				fr: 'ID réponse, ID répondant, numéro de réponse',
				es: 'ID respuesta, ID encuestado, número de respuesta',
			},
			{ weight: 2 },
		),
		roleField(
			'question',
			'Question',
			'Which question the row answers.',
			['text', 'integer'],
			{
				en: 'question, question id, question text, item',
				de: 'Frage, Fragetext, Frage-ID',
				fr: 'question, intitulé question, ID question',
				es: 'pregunta, texto pregunta, ID pregunta',
			},
			{ weight: 3 },
		),
		roleField(
			'answer',
			'Answer',
			'The answer to the question of the row.',
			anyTypes,
			{
				en: 'answer, response, score, rating, answer value',
				de: 'Antwort, Bewertung, Note, Punkte',
				fr: 'réponse, note, score, évaluation',
				es: 'respuesta, puntuación, nota, valoración',
			},
			{ weight: 1 },
		),
		roleField(
			'comment',
			'Comment',
			'What the customer wrote.',
			anyTypes,
			{
				en: 'comment, comments, feedback, verbatim, remarks, open answer',
				de: 'Kommentar, Anmerkung, Freitext, Bemerkung',
				fr: 'commentaire, commentaires, verbatim, remarque, avis',
				es: 'comentario, comentarios, observaciones, opinión',
			},
			{ weight: 1 },
		),
		roleField(
			'survey',
			'Survey',
			'Which survey or wave the row belongs to.',
			anyTypes,
			{
				en: 'survey, survey name, survey id, wave',
				de: 'Umfrage, Befragung, Welle',
				fr: 'enquête, sondage, nom enquête, vague',
				es: 'encuesta, nombre encuesta, oleada',
			},
			{ weight: 2 },
		),
	],
};
