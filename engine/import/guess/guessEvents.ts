import { campaignEvent, type CampaignEvent } from '#shared/model/tableMapping.ts';
import { filledValues, frequentValues } from './columnContent.ts';
import { headerKey } from './headerKey.ts';

/** Words that exports use for what happened to a message, in English, German, French and Spanish. */
const words: Readonly<Record<CampaignEvent, string>> = {
	sent: 'sent, send, sends, dispatched, injection, outbound, gesendet, versendet, versand, verschickt, sendung, envoyé, envoi, expédié, enviado, envío, enviada',
	withheld:
		'withheld, holdout, control, not sent, zurückgehalten, Kontrollgruppe, nicht gesendet, témoin, retenu, non envoyé, retenido, no enviado, grupo de control',
	delivered:
		'delivered, delivery, received, inbox, zugestellt, Zustellung, angekommen, empfangen, délivré, livré, distribué, remis, reçu, entregado, entregada, entrega, recibido',
	bounced:
		'bounced, bounce, bounces, hard bounce, soft bounce, undelivered, dropped, failed, unzustellbar, Rückläufer, nicht zugestellt, rebond, rejeté, non distribué, rebote, rebotado, no entregado',
	opened:
		'opened, open, opens, unique open, first open, geöffnet, Öffnung, ouvert, ouverture, abierto, abierta, apertura, abrió',
	clicked:
		'clicked, click, clicks, unique click, link click, geklickt, Klick, angeklickt, cliqué, clic, clicado, hizo clic, pulsado',
	converted:
		'converted, conversion, purchase, purchased, placed order, ordered product, order, responded, konvertiert, Konversion, Kauf, gekauft, Bestellung, converti, achat, commande, convertido, conversión, compra, pedido',
	unsubscribed:
		'unsubscribed, unsubscribe, unsub, opt out, opted out, abgemeldet, Abmeldung, abbestellt, désabonné, désabonnement, désinscrit, désinscription, baja, dado de baja, desuscrito, cancelación',
	complained:
		'complained, complaint, spam, spam report, marked as spam, marked email as spam, abuse, Beschwerde, Spambeschwerde, als Spam markiert, plainte, plainte spam, signalé comme spam, queja, queja spam, marcado como spam',
};

const meanings = new Map(
	campaignEvent.options.flatMap((event) => words[event].split(',').map((word) => [headerKey(word), event] as const)),
);

/** What a value of an event column means; null when no word of it is known. */
export function meaningOf(value: string): CampaignEvent | null {
	const bare = value.replace(/\b(e-?mails?|mails?|newsletter|messages?|campaign|event|mc)\b/gi, ' ');
	return meanings.get(headerKey(value)) ?? meanings.get(headerKey(bare)) ?? null;
}

/** More different values than this are no names of events. */
const MAX_VALUES = 60;

/** Share of the filled values that name an event. */
export function recognisedEvents(values: readonly string[]): number {
	const counts = frequentValues(values, MAX_VALUES + 1);
	if (counts.length === 0 || counts.length > MAX_VALUES) {
		return 0;
	}
	const total = counts.reduce((sum, { count }) => sum + count, 0);
	return counts.reduce((sum, { value, count }) => sum + (meaningOf(value) === null ? 0 : count), 0) / total;
}

/** What the values of an event column mean, for those that are known words; null when fewer than two events are among them. */
export function guessEvents(values: readonly string[]): Record<string, CampaignEvent> | null {
	const known = [...new Set(filledValues(values))].flatMap((value) => {
		const event = meaningOf(value);
		return event === null ? [] : [[value, event] as const];
	});
	return new Set(known.map(([, event]) => event)).size < 2 ? null : Object.fromEntries(known);
}
