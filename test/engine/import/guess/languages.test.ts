import { expect, test } from 'vitest';
import { guessEvents, meaningOf } from '../../../../engine/import/guess/guessEvents.ts';
import { guessArms } from '../../../../engine/import/guess/guessArms.ts';
import { previewImport } from '../../../../engine/import/previewImport.ts';
import { fileOf } from '../importFile.ts';

const rows = (line: (row: number) => string) => Array.from({ length: 30 }, (_, row) => line(row)).join('\n');
const day = (row: number) => `2026-0${(row % 8) + 1}-${10 + (row % 15)}`;
const orders = (row: number) => `${row + 1};K${row % 9};${day(row)};${row}.50;${row % 3}.25;2;Shoe`;
const customers = (row: number) => `K${row};k${row}@example.com;${day(row)};yes`;
const recipients = (row: number) => `K${row};Spring;${day(row)};1;0;1;0;0`;
const costs = (row: number) => `${day(row)};Ads;search;Spring;${row}.50`;
const survey = (row: number) => `K${row};${day(row)};${row % 11};${row % 5};fine`;
const funnel = (row: number) => `K${row % 9};Lead;${day(row)};${row + 1}00.50`;
const activity = (row: number) => `${day(row)};search;${row};${row * 2}`;

const cases: [language: string, role: string, header: string, line: (row: number) => string, fields: string][] = [
	[
		'English',
		'customers',
		'Customer no;E-mail;Registration date;Email consent',
		customers,
		'customer_id,signup_date,email,consent',
	],
	[
		'German',
		'customers',
		'Kundennummer;E-Mail-Adresse;Kunde seit;Einwilligung',
		customers,
		'customer_id,signup_date,email,consent',
	],
	[
		'French',
		'customers',
		"N° client;Adresse e-mail;Date d'inscription;Consentement",
		customers,
		'customer_id,signup_date,email,consent',
	],
	[
		'Spanish',
		'customers',
		'Código de cliente;Correo electrónico;Fecha de alta;Consentimiento',
		customers,
		'customer_id,signup_date,email,consent',
	],
	[
		'English',
		'orders',
		'Order number;Customer ID;Order date;Net sales;COGS;Qty;Product',
		orders,
		'customer_id,order_id,date,revenue,cost,quantity,product',
	],
	[
		'German',
		'orders',
		'Bestellnr;Kunden-Nr;Bestelldatum;Nettoumsatz;Wareneinsatz;Menge;Artikel',
		orders,
		'customer_id,order_id,date,revenue,cost,quantity,product',
	],
	[
		'French',
		'orders',
		'N° commande;ID client;Date de commande;Montant HT;Coût;Quantité;Article',
		orders,
		'customer_id,order_id,date,revenue,cost,quantity,product',
	],
	[
		'Spanish',
		'orders',
		'Número de pedido;ID cliente;Fecha de pedido;Importe;Coste;Cantidad;Artículo',
		orders,
		'customer_id,order_id,date,revenue,cost,quantity,product',
	],
	[
		'English',
		'recipients',
		'Contact ID;Campaign;Sent at;Delivered;Opened;Clicked;Unsubscribed;Spam complaint',
		recipients,
		'customer_id,campaign,date,delivered,opened,clicked,unsubscribed,complained',
	],
	[
		'German',
		'recipients',
		'Kundennr;Kampagne;Versanddatum;Zugestellt;Geöffnet;Geklickt;Abgemeldet;Beschwerde',
		recipients,
		'customer_id,campaign,date,delivered,opened,clicked,unsubscribed,complained',
	],
	[
		'German without umlauts',
		'recipients',
		'Kundennr;Kampagne;Versanddatum;Zugestellt;Geoeffnet;Geklickt;Abgemeldet;Beschwerde',
		recipients,
		'customer_id,campaign,date,delivered,opened,clicked,unsubscribed,complained',
	],
	[
		'French',
		'recipients',
		'Code client;Campagne;Date envoi;Délivré;Ouvert;Cliqué;Désabonné;Plainte',
		recipients,
		'customer_id,campaign,date,delivered,opened,clicked,unsubscribed,complained',
	],
	[
		'Spanish',
		'recipients',
		'Nº cliente;Campaña;Fecha de envío;Entregado;Abierto;Clic;Baja;Queja',
		recipients,
		'customer_id,campaign,date,delivered,opened,clicked,unsubscribed,complained',
	],
	['English', 'costs', 'Month;Cost type;Channel;Campaign;Amount spent', costs, 'amount,date,type,channel,campaign'],
	['German', 'costs', 'Monat;Kostenart;Kanal;Kampagne;Kosten', costs, 'amount,date,type,channel,campaign'],
	['French', 'costs', 'Mois;Type de coût;Canal;Campagne;Dépense', costs, 'amount,date,type,channel,campaign'],
	['Spanish', 'costs', 'Mes;Tipo de coste;Canal;Campaña;Gasto', costs, 'amount,date,type,channel,campaign'],
	['English', 'survey', 'Customer;Response date;NPS;CSAT;Comment', survey, 'customer_id,nps,csat,date,comment'],
	[
		'German',
		'survey',
		'Kunde;Antwortdatum;Weiterempfehlung;Zufriedenheit;Kommentar',
		survey,
		'customer_id,nps,csat,date,comment',
	],
	[
		'French',
		'survey',
		'Client;Date de réponse;Recommandation;Satisfaction;Commentaire',
		survey,
		'customer_id,nps,csat,date,comment',
	],
	[
		'Spanish',
		'survey',
		'Cliente;Fecha de respuesta;Recomendación;Satisfacción;Comentario',
		survey,
		'customer_id,nps,csat,date,comment',
	],
	['English', 'funnel', 'Customer ID;Stage;Entered at;Deal value', funnel, 'customer_id,stage,date,value'],
	['German', 'funnel', 'Kundennummer;Vertriebsphase;Phasendatum;Auftragswert', funnel, 'customer_id,stage,date,value'],
	['French', 'funnel', 'Client;Étape;Date étape;Valeur affaire', funnel, 'customer_id,stage,date,value'],
	['Spanish', 'funnel', 'Cliente;Etapa;Fecha etapa;Valor oportunidad', funnel, 'customer_id,stage,date,value'],
	['English', 'activity', 'Visit date;Channel;Visits;Page views', activity, 'date,visits,pages,channel'],
	['German', 'activity', 'Besuchsdatum;Kanal;Sitzungen;Seitenaufrufe', activity, 'date,visits,pages,channel'],
	['French', 'activity', 'Date de visite;Canal;Visites;Pages vues', activity, 'date,visits,pages,channel'],
	['Spanish', 'activity', 'Fecha de visita;Canal;Visitas;Páginas vistas', activity, 'date,visits,pages,channel'],
	[
		'English',
		'log',
		'Timestamp;Dashboard;Viewer;Action',
		(row) => `${day(row)};Board ${row % 3};Ann;open`,
		'date,action,object,person',
	],
	[
		'German',
		'log',
		'Zeitstempel;Dashboard;Benutzer;Aktion',
		(row) => `${day(row)};Board ${row % 3};Ann;open`,
		'date,action,object,person',
	],
];

test.each(cases)('%s headers tell %s and their columns', (_, role, header, line, fields) => {
	const { plan, guess } = previewImport(fileOf(`${header}\n${rows(line)}\n`, 'export.csv'), {});
	expect([plan.mapping.role, Object.keys(plan.mapping.fields).toSorted()]).toEqual([
		role,
		fields.split(',').toSorted(),
	]);
	expect(guess.fields.every(({ reason, sureness }) => reason.length > 10 && sureness > 0)).toBe(true);
});

test.each([
	['English', ['Sent', 'Email Opened', 'clicked', 'Hard Bounce', 'unsubscribe', 'Spam Report']],
	['German', ['Versendet', 'geöffnet', 'Geklickt', 'Unzustellbar', 'Abmeldung', 'Beschwerde']],
	['French', ['Envoyé', 'Ouverture', 'Clic', 'Rebond', 'Désabonnement', 'Plainte']],
	['Spanish', ['Enviado', 'Apertura', 'clic', 'Rebote', 'Baja', 'Queja']],
])('%s words for e-mail events are known', (_, words) => {
	const known = ['sent', 'opened', 'clicked', 'bounced', 'unsubscribed', 'complained'];
	expect(words.map(meaningOf)).toEqual(known);
	expect(Object.values(guessEvents([...words, 'something else']) ?? {})).toEqual(known);
});

test('one known word among others makes no column of events', () => {
	expect(guessEvents(['open', 'shut', 'ajar'])).toBeNull();
});

test.each([
	['Testgruppe', 'Kontrollgruppe'],
	['Treatment', 'Holdout'],
	['groupe test', 'groupe témoin'],
	['grupo de prueba', 'grupo de control'],
])('"%s" is the treatment and "%s" the control', (treatment, control) => {
	expect(guessArms([treatment, control, 'n/a?', treatment])).toEqual({ treatment: [treatment], control: [control] });
});
