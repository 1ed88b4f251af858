import type { KnownShape } from './KnownShape.ts';

export const klaviyoProfiles: KnownShape = {
	id: 'klaviyo-profiles',
	name: 'Klaviyo profiles',
	signature: ['Email', 'Klaviyo ID', 'First Name', 'Last Name'],
	role: 'customers',
	fields: {
		customer_id: 'Email',
		signup_date: ['Profile Created On', 'Date Added'],
		consent: 'Email Marketing Consent',
		consent_sms: 'SMS Marketing Consent',
		channel: 'Source',
	},
	notes: ['The e-mail address is taken as the key, because shop exports name customers by it.'],
};
