import { customerId } from './customerId.ts';
import { anyTypes, dayTypes, roleField } from './roleField.ts';
import type { RoleFacts } from './RoleFacts.ts';

export const customers: RoleFacts = {
	id: 'customers',
	label: 'Customers',
	description: 'One row per customer, with what is known about each.',
	isEvent: false,
	movesAsOf: false,
	fileNames: /customer|client|kunde|contact|kontakt|member|mitglied|crm|people|person|account|abonn|socio|profile/,
	fields: [
		customerId(true),
		roleField(
			'signup_date',
			'Sign-up date',
			'When the relationship began. Tenure counts from here, else from the first order.',
			dayTypes,
			{
				en: 'signup date, signup, registration date, registered at, created at, created date, create date, customer since, member since, join date, joined, acquisition date, opt-in time',
				de: 'Kunde seit, Anmeldedatum, Registrierungsdatum, registriert am, angelegt am, Eintrittsdatum, erstellt am',
				fr: "date d'inscription, date inscription, client depuis, date de création, inscrit le",
				es: 'fecha de alta, fecha alta, fecha registro, fecha de registro, cliente desde, fecha de creación',
			},
			{ isMeasured: true, weight: 2 },
		),
		roleField(
			'email',
			'E-mail address',
			'Where the customer can be written to. Counts towards reach.',
			anyTypes,
			{
				en: 'email, email address, customer email',
				de: 'E-Mail, E-Mail-Adresse, Mailadresse',
				fr: 'courriel, adresse e-mail, adresse mail, adresse électronique',
				es: 'correo, correo electrónico, dirección de correo',
			},
			{ weight: 0.5 },
		),
		roleField(
			'consent',
			'Consent to e-mail',
			'Whether the customer agreed to be written to.',
			anyTypes,
			{
				en: 'consent, email consent, accepts email marketing, accepts marketing, email marketing consent, email opt in, opt in, opted in, marketing consent, subscribed',
				de: 'Einwilligung, Werbeeinwilligung, Newsletter, Opt-in E-Mail, Werbung erlaubt',
				fr: 'consentement, consentement email, opt-in email, abonné newsletter, accepte les offres',
				es: 'consentimiento, acepta publicidad, acepta marketing, suscrito, consentimiento email',
			},
			{ weight: 1 },
		),
		roleField(
			'consent_sms',
			'Consent to text messages',
			'Whether the customer agreed to text messages or calls.',
			anyTypes,
			{
				en: 'sms consent, accepts sms marketing, sms opt in, sms marketing consent, phone consent',
				de: 'Einwilligung SMS, SMS-Einwilligung, Einwilligung Telefon',
				fr: 'consentement sms, opt-in sms',
				es: 'consentimiento sms, acepta sms',
			},
			{ weight: 1 },
		),
		roleField(
			'channel',
			'Acquisition channel',
			'Where the customer came from.',
			anyTypes,
			{
				en: 'acquisition channel, acquisition source, lead source, original source, signup channel, source, channel',
				de: 'Akquisekanal, Herkunft, Werbequelle, Kanal',
				fr: "canal d'acquisition, canal acquisition, origine, provenance, canal",
				es: 'canal de adquisición, canal adquisición, origen, procedencia, canal',
			},
			{ weight: 0.5 },
		),
		roleField(
			'tag',
			'Segment in the CRM',
			'The segment that another system has the customer in. Compared with the computed one.',
			anyTypes,
			{
				en: 'segment, crm segment, customer segment, segment tag, lifecycle stage, customer tier',
				de: 'Segment, Kundensegment, Kundengruppe',
				fr: 'segment, segment client, groupe client',
				es: 'segmento, segmento cliente, grupo de clientes',
			},
			{ weight: 0.5 },
		),
		roleField(
			'referred_by',
			'Referred by',
			'Who recommended the company. Whoever has a value here was referred.',
			anyTypes,
			{
				en: 'referred by, referrer id, referral code, referrer, referral',
				de: 'geworben von, empfohlen von, Empfehler',
				fr: 'parrain, parrainé par, recommandé par',
				es: 'referido por, recomendado por, padrino',
			},
			{ weight: 1 },
		),
		roleField(
			'churn_date',
			'End of the relationship',
			'When the customer cancelled or left; empty while the relationship lasts.',
			dayTypes,
			{
				en: 'churn date, churned at, cancellation date, cancelled at, end date, left at',
				de: 'Kündigungsdatum, gekündigt am, Austrittsdatum, Vertragsende',
				fr: 'date de résiliation, résilié le, date de départ, fin de contrat',
				es: 'fecha de baja, fecha baja, fecha de cancelación, fin de contrato',
			},
			{ weight: 1.5 },
		),
	],
};
