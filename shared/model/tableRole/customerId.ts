import { keyTypes, roleField, type Spellings } from './roleField.ts';
import type { RoleField } from './RoleFacts.ts';

const spellings: Spellings = {
	en: 'customer id, customer, cust id, client id, member id, contact id, user id, account id, person id, subscriber id, household id, customer no, customer number, customer key, customer code, shopper id, buyer id, profile id',
	de: 'Kundennummer, Kunden-Nr, Kunden-ID, Kunde, Kundenkennung, Mitgliedsnummer, Debitor, Debitorennummer, Kontonummer, Abonnent',
	fr: 'numéro client, client, ID client, code client, n° client, réf client, identifiant client, adhérent, numéro adhérent',
	es: 'ID cliente, cliente, número cliente, número de cliente, código cliente, código de cliente, nº cliente, socio, número de socio',
	weak: 'email, email address, e-mail, customer email, mail, e-mail-adresse, adresse e-mail, courriel, correo, correo electrónico',
};

/** Headers that name the customer only in tables in which something must. */
const weakest = 'client no, user, member, contact, id';

/** The key that most roles share, so that their rows find each other. */
export function customerId(isRequired: boolean): RoleField {
	const note = isRequired ? '' : ' Without it the rows count for everyone.';
	return roleField(
		'customer_id',
		'Customer',
		`The key that names the customer in every table.${note}`,
		keyTypes,
		isRequired ? { ...spellings, weak: `${spellings.weak}, ${weakest}` } : spellings,
		{ isRequired, isMeasured: true, weight: isRequired ? 1 : 0.5 },
	);
}
