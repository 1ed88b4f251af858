import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cellOf } from '../../../../engine/columns/cellOf.ts';
import { previewImport } from '../../../../engine/import/previewImport.ts';
import { RandomStream } from '../../../../engine/stats/RandomStream.ts';
import { Session } from '../../../../engine/session/Session.ts';
import { emptySegmentation } from '../../../../shared/model/segmentation.ts';
import type { TableMapping } from '../../../../shared/model/tableMapping.ts';
import type { TableRole } from '../../../../shared/model/tableRole.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const CUSTOMERS = 120;
const customersCsv = `customer_id,country\n${Array.from({ length: CUSTOMERS }, (_, row) => `c${row},${row % 2 ? 'DE' : 'FR'}\n`).join('')}`;

/** A project of customers and one more table. */
async function projectOf(
	role: TableRole,
	csv: string,
	change: (mapping: TableMapping) => TableMapping = (same) => same,
) {
	const folder = temporaryFolder();
	const session = await Session.create(join(folder, 'test.tranche'));
	onTestFinished(() => session.close());
	for (const [name, content] of [
		['customers', customersCsv],
		[role, csv],
	] as const) {
		const path = join(folder, `${name}.csv`);
		writeFileSync(path, content);
		const { plan } = previewImport(path, { role: name });
		await session.importTable(name === role ? { ...plan, mapping: change(plan.mapping) } : plan, null);
	}
	await session.writeSettings({ ...session.state.settings, asOf: '2026-12-31' });
	return session;
}

/** Every field of the frame as cells, and the scorecard of two segments. */
async function figuresOf(session: Session) {
	const { frame } = session;
	const columns = [...frame.columns].map(
		([name, column]) => [name, Array.from({ length: frame.length }, (_, row) => cellOf(column, row))] as const,
	);
	const german = { id: 'de', name: 'German', rule: "country = 'DE'" };
	const { segments } = await session.segments.evaluate(
		{ ...emptySegmentation, segments: [german] },
		session.state.settings,
	);
	return { columns: Object.fromEntries(columns), segments };
}

interface Message {
	readonly customer: string;
	readonly campaign: string;
	readonly sent: string;
	readonly arm: string;
	readonly happened: ReadonlySet<string>;
	readonly revenue: number;
}

/** Some messages of three campaigns, one of which writes to everybody twice; a holdout of a quarter. */
function messagesOf(seed: number): Message[] {
	const random = new RandomStream(seed);
	const messages: Message[] = [];
	for (const [index, [campaign, day]] of (
		[
			['Spring', '2026-03-02'],
			['Summer', '2026-06-05'],
			['Summer', '2026-06-25'],
		] as const
	).entries()) {
		for (let customer = 0; customer < CUSTOMERS; customer++) {
			random.restart(customer, index + 1);
			const isControl = customer % 4 === 0;
			const happened = new Set<string>();
			const may = (event: string, share: number) => random.chance(share) && happened.add(event) !== undefined;
			if (!isControl && may('delivered', 0.95) && may('opened', 0.5)) {
				may('clicked', 0.4);
				may('unsubscribed', 0.1);
			}
			const isSold = may('converted', isControl ? 0.1 : 0.2);
			messages.push({
				customer: `c${customer}`,
				campaign,
				sent: day,
				arm: isControl ? 'control' : 'treatment',
				happened,
				revenue: isSold ? random.below(9000) + 100 : 0,
			});
		}
	}
	return messages;
}

const flags = ['delivered', 'opened', 'clicked', 'converted', 'unsubscribed'] as const;
const money = (cents: number) => (cents / 100).toFixed(2);

function wideOf(messages: readonly Message[]): string {
	const lines = messages.map(({ customer, campaign, sent, arm, happened, revenue }) =>
		[customer, campaign, sent, arm, ...flags.map((flag) => (happened.has(flag) ? 1 : 0)), money(revenue)].join(','),
	);
	return `${['customer_id', 'campaign', 'sent_at', 'arm', ...flags, 'revenue'].join(',')}\n${lines.join('\n')}\n`;
}

/** The same as events, in the words of a language, shuffled: a file of events is in no helpful order. */
function longOf(messages: readonly Message[], words: Readonly<Record<string, string>>, header: string): string {
	const lines = messages.flatMap(({ customer, campaign, sent, arm, happened, revenue }) => {
		const row = (event: string, amount: string) =>
			[customer, campaign, `${sent} 09:00:00`, arm, words[event], amount].join(',');
		const first = arm === 'control' ? 'withheld' : 'sent';
		return [
			row(first, ''),
			...[...happened].map((event) =>
				row(event, event === 'converted' ? money(revenue) : '').replace('09:00', '10:30'),
			),
		];
	});
	lines.push(
		`c1,Spring,2026-03-02 11:00:00,treatment,whatever,`,
		`c2,Spring,2026-03-02 11:00:00,treatment,whatever,`,
		`c1,Spring,2026-03-02 11:00:00,treatment,,`,
	);
	const random = new RandomStream(7);
	random.restart(0, 1);
	for (let at = lines.length - 1; at > 0; at--) {
		const other = random.below(at + 1);
		[lines[at], lines[other]] = [lines[other]!, lines[at]!];
	}
	return `${header}\n${lines.join('\n')}\n`;
}

const languages: readonly [string, string, Record<string, string>][] = [
	[
		'English',
		'customer_id,campaign,event_date,arm,event_type,revenue',
		{
			sent: 'sent',
			withheld: 'holdout',
			delivered: 'delivered',
			opened: 'open',
			clicked: 'click',
			converted: 'purchase',
			unsubscribed: 'unsubscribe',
		},
	],
	[
		'German',
		'Kundennummer,Kampagne,Zeitpunkt,Gruppe,Ereignis,Umsatz',
		{
			sent: 'versendet',
			withheld: 'zurückgehalten',
			delivered: 'zugestellt',
			opened: 'geöffnet',
			clicked: 'geklickt',
			converted: 'Kauf',
			unsubscribed: 'Abmeldung',
		},
	],
	[
		'French',
		'Client,Campagne,Date,Groupe,Événement,Montant',
		{
			sent: 'envoi',
			withheld: 'retenu',
			delivered: 'délivré',
			opened: 'ouverture',
			clicked: 'clic',
			converted: 'achat',
			unsubscribed: 'désabonnement',
		},
	],
	[
		'Spanish',
		'Cliente,Campaña,Fecha,Grupo,Evento,Importe',
		{
			sent: 'enviado',
			withheld: 'retenido',
			delivered: 'entregado',
			opened: 'apertura',
			clicked: 'clic',
			converted: 'compra',
			unsubscribed: 'baja',
		},
	],
];

test.each(languages)(
	'one row per event, in %s, gives the frame and figures of one row per message',
	async (_, header, words) => {
		const messages = messagesOf(20261122);
		const wide = await figuresOf(await projectOf('recipients', wideOf(messages)));
		const session = await projectOf('recipients', longOf(messages, words, header));
		expect(await figuresOf(session)).toEqual(wide);
		const said = session.state.problems.filter(({ code }) => code.startsWith('shape.')).map(({ message }) => message);
		const events = messages.reduce((sum, { happened }) => sum + 1 + happened.size, 0);
		expect(said).toEqual([
			'Left out of every figure: 3 event rows whose value means nothing here: whatever (2), no value (1). Say what the values mean under Meaning.',
			`Put together: ${events} event rows into 360 messages, one per customer, campaign and send.`,
		]);
	},
);

test('a message id keeps together what time alone would tear apart', async () => {
	const csv = [
		'customer_id,campaign,message_id,event_date,event_type',
		'c1,A,m1,2026-01-01,sent',
		'c1,A,m2,2026-01-02,sent',
		'c1,A,m1,2026-01-05,open',
		'c1,A,m1,2026-01-06,click',
		'',
	].join('\n');
	const opens = (frame: Session['frame']) => cellOf(frame.columns.get('opens')!, 1);
	const { frame, state } = await projectOf('recipients', csv);
	expect([cellOf(frame.columns.get('sends')!, 1), opens(frame), cellOf(frame.columns.get('clicks')!, 1)]).toEqual([
		2, 1, 1,
	]);
	expect(state.problems.some(({ message }) => message.includes('4 event rows into 2 messages'))).toBe(true);
});

test('without word of delivery, what did not bounce was delivered', async () => {
	const wide = 'customer_id,campaign,bounced,opened\nc1,A,1,0\nc2,A,0,1\nc3,A,,0\n';
	const { frame } = await projectOf('recipients', wide);
	expect([1, 2, 3].map((row) => cellOf(frame.columns.get('sends')!, row))).toEqual([0, 1, 1]);
});

/** Orders of one to three items. */
function ordersOf() {
	const random = new RandomStream(3);
	return Array.from({ length: 200 }, (_, order) => {
		random.restart(order, 1);
		const items = Array.from({ length: 1 + random.below(3) }, () => ({
			amount: 100 + random.below(20_000),
			quantity: 1 + random.below(4),
		}));
		return { id: order + 1, customer: `c${random.below(CUSTOMERS)}`, day: `2026-0${1 + (order % 9)}-15`, items };
	});
}

const linesOf = (amount: (order: ReturnType<typeof ordersOf>[number], item: number) => string) =>
	`order_id,customer_id,order_date,amount,quantity\n${ordersOf()
		.flatMap((order) =>
			order.items.map(({ quantity }, item) =>
				[order.id, order.customer, order.day, amount(order, item), quantity].join(','),
			),
		)
		.join('\n')}\n`;
const totalOf = ({ items }: ReturnType<typeof ordersOf>[number]) => items.reduce((sum, { amount }) => sum + amount, 0);

test('items beside each other in one row count as lines below each other', async () => {
	const long = await figuresOf(
		await projectOf(
			'orders',
			linesOf((order, item) => money(order.items[item]!.amount)),
		),
	);
	const header = [1, 2, 3].flatMap((item) => [`item_${item}_amount`, `item_${item}_quantity`]).join(',');
	const rows = ordersOf().map(({ id, customer, day, items }) =>
		[
			id,
			customer,
			day,
			...[0, 1, 2].flatMap((item) => (items[item] ? [money(items[item].amount), items[item].quantity] : ['', ''])),
		].join(','),
	);
	const session = await projectOf('orders', `order_id,customer_id,order_date,${header}\n${rows.join('\n')}\n`);
	expect(await figuresOf(session)).toEqual(long);
	const lines = ordersOf().reduce((sum, { items }) => sum + items.length, 0);
	expect(session.state.problems.find(({ code }) => code === 'shape.lines')?.message).toBe(
		`Taken apart: 200 rows with items beside each other into ${lines} order lines.`,
	);
});

test('prices and quantities beside each other are revenue, item by item', async () => {
	const csv =
		'order_id,customer_id,order_date,item_1_price,item_1_qty,item_2_price,item_2_qty\n1,c1,2026-01-01,2.50,3,1.25,2\n2,c2,2026-01-02,4.00,1,,\n';
	const { frame } = await projectOf('orders', csv);
	expect([1, 2].map((row) => cellOf(frame.columns.get('revenue')!, row))).toEqual([10, 4]);
	expect([1, 2].map((row) => cellOf(frame.columns.get('order_count')!, row))).toEqual([1, 1]);
});

test.each([
	['repeated on each line', () => true],
	['on the first line only', (item: number) => item === 0],
] as const)('the total of an order that is %s counts once', async (kind, isSaid) => {
	const long = await figuresOf(
		await projectOf(
			'orders',
			linesOf((order, item) => money(order.items[item]!.amount)),
		),
	);
	const csv = linesOf((order, item) => (isSaid(item) ? money(totalOf(order)) : ''));
	const session = await projectOf('orders', csv);
	const { columns } = await figuresOf(session);
	expect(columns).toEqual(long.columns);
	const further = ordersOf().reduce((sum, { items }) => sum + items.length - 1, 0);
	const said = session.state.problems.find(({ code }) => code === 'shape.per-order')?.message;
	expect(said).toBe(
		kind === 'repeated on each line'
			? `Counted once per order: revenue. On ${further} further lines it was not counted again.`
			: undefined,
	);
});

test('a repeated total is asked about, and an order with different amounts is told', async () => {
	const folder = temporaryFolder();
	const path = join(folder, 'orders.csv');
	writeFileSync(
		path,
		linesOf((order) => money(totalOf(order))),
	);
	const { guess, plan } = previewImport(path, {});
	expect(plan.mapping.perOrder).toEqual(['revenue']);
	expect(guess.questions).toMatchObject([{ kind: 'per-order', field: 'revenue' }]);
	const odd = linesOf((order, item) => money(totalOf(order) + (order.id === 8 && item > 0 ? 1 : 0)));
	const session = await projectOf('orders', odd, (mapping) => ({ ...mapping, perOrder: ['revenue'] }));
	const count =
		ordersOf()[7]!.items.length > 1
			? [
					'Not the same on all lines: revenue of 1 order. The first line with one counts; if each line has its own, say so under Meaning.',
				]
			: [];
	expect(
		session.state.problems.filter(({ code }) => code === 'shape.per-order-differs').map(({ message }) => message),
	).toEqual(count);
});

test('revenue that no column holds is price times quantity', async () => {
	const csv =
		'order_id,customer_id,order_date,unit_price,quantity\n1,c1,2026-01-01,2.50,3\n2,c1,2026-01-02,0.99,2\n3,c2,2026-01-02,,2\n';
	const { frame } = await projectOf('orders', csv);
	expect([cellOf(frame.columns.get('revenue')!, 1), cellOf(frame.columns.get('revenue')!, 2)]).toEqual([9.48, null]);
});

test('keys in another form find their customers when the mapping says so', async () => {
	const csv =
		'order_id,customer_id,order_date,amount\n1, C1,2026-01-01,5.00\n2,C2 ,2026-01-02,7.00\n3,x,2026-01-02,1.00\n';
	const plain = await projectOf('orders', csv);
	const formed = await projectOf('orders', csv, (mapping) => ({ ...mapping, keyForm: ['no-spaces', 'lower-case'] }));
	const unmatched = ({ state }: Session) => state.tables.find(({ role }) => role === 'orders')?.rowsUnmatched;
	expect([unmatched(plain), unmatched(formed), cellOf(formed.frame.columns.get('revenue')!, 2)]).toEqual([3, 1, 7]);
});

test('costs without customers, and every other role, are carried along without changing a figure', async () => {
	const bare = await projectOf(
		'orders',
		linesOf((order, item) => money(order.items[item]!.amount)),
	);
	const before = await figuresOf(bare);
	const folder = temporaryFolder();
	const files = {
		costs: 'month,cost_type,campaign,amount\n2027-01-01,Ads,Spring,10.50\n',
		survey: 'customer_id,response_date,nps\nc1,2026-02-01,9\n,2026-02-02,3\n',
		funnel: 'customer_id,stage,entered_at,deal_value\nc1,Lead,2026-02-01,100.00\n',
		activity: 'visit_date,channel,visits\n2026-02-01,search,12\n',
		log: 'timestamp,dashboard,viewer\n2026-02-01,Board,Ann\n',
	} as const;
	for (const role of ['costs', 'survey', 'funnel', 'activity', 'log'] as const) {
		const path = join(folder, `${role}.csv`);
		writeFileSync(path, files[role]);
		await bare.importTable(previewImport(path, { role }).plan, null);
	}
	expect(await figuresOf(bare)).toEqual(before);
	expect(bare.state.tables.map(({ role, rowsLoaded }) => [role, rowsLoaded])).toEqual([
		['customers', CUSTOMERS],
		['orders', 384],
		['costs', 1],
		['survey', 2],
		['funnel', 1],
		['activity', 1],
		['log', 1],
	]);
});
