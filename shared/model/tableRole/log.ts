import { anyTypes, dayTypes, roleField } from './roleField.ts';
import type { RoleFacts } from './RoleFacts.ts';

export const log: RoleFacts = {
	id: 'log',
	label: 'Usage log',
	description:
		'How the segmentation itself is used elsewhere: one row each time a dashboard was opened, a finding signed off or a segment put to work.',
	isEvent: true,
	movesAsOf: false,
	fileNames: /log|audit.?trail|usage|nutzung|protokoll|journal|utilisation|registro|uso/,
	fields: [
		roleField(
			'date',
			'Time',
			'When it happened.',
			dayTypes,
			{
				en: 'logged at, log date, viewed at, accessed at, event time, timestamp, time, date',
				de: 'protokolliert am, Zugriffszeit, Zeitstempel, Uhrzeit, Datum',
				fr: "date d'accès, consulté le, horodatage, heure, date",
				es: 'fecha de acceso, consultado el, hora, fecha',
			},
			{ isRequired: true, weight: 0.5 },
		),
		roleField(
			'action',
			'What was done',
			'Opened, reviewed, signed off, exported, launched.',
			anyTypes,
			{
				en: 'action, event, log event, activity, operation, view event',
				de: 'Aktion, Ereignis, Vorgang, Tätigkeit',
				fr: 'action, événement, opération',
				es: 'acción, evento, operación',
			},
			{ weight: 1 },
		),
		roleField(
			'object',
			'What it was done with',
			'The dashboard, report, segment or campaign.',
			anyTypes,
			{
				en: 'dashboard, dashboard name, report, report name, object, workbook, view name, asset',
				de: 'Dashboard, Bericht, Berichtsname, Objekt',
				fr: 'tableau de bord, rapport, nom du rapport, objet',
				es: 'panel, informe, nombre del informe, objeto, cuadro de mando',
			},
			{ weight: 3 },
		),
		roleField(
			'person',
			'Who did it',
			'The colleague, not the customer.',
			anyTypes,
			{
				en: 'viewer, actor, user name, username, employee, owner, performed by, user',
				de: 'Benutzer, Benutzername, Mitarbeiter, Bearbeiter, Nutzer',
				fr: 'utilisateur, nom utilisateur, employé, collaborateur',
				es: 'usuario, nombre de usuario, empleado, realizado por',
			},
			{ weight: 1 },
		),
		roleField(
			'segment',
			'Segment',
			'The segment that it concerns, where it concerns one.',
			anyTypes,
			{
				en: 'segment, segment name, audience',
				de: 'Segment, Zielgruppe',
				fr: 'segment, cible',
				es: 'segmento, público',
			},
			{ weight: 0.5 },
		),
	],
};
