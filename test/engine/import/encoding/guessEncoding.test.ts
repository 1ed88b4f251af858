import { expect, test } from 'vitest';
import { foreignLines } from '../../../../engine/import/encoding/foreignLines.ts';
import { guessEncoding } from '../../../../engine/import/encoding/guessEncoding.ts';
import { previewSource } from '../../../../engine/import/previewSource.ts';
import type { SourceEncoding } from '../../../../shared/model/tableSource.ts';
import { fileOf, plainTable } from '../importFile.ts';

const names = {
	Polish: 'Łukasz Wójcik;Gdańsk|Żaneta Świątek;Poznań|Paweł Dąbrowski;Łódź',
	Czech: 'Jiří Dvořák;Plzeň|Šárka Černá;Děčín|Tomáš Růžička;Ústí',
	Hungarian: 'Erdős Pál;Győr|Szűcs Ödön;Székesfehérvár|Kovács Jenő;Szőlős',
	German: 'Jürgen Müller;Köln|Bärbel Groß;Nürnberg|Öznur Weiß;Düsseldorf',
	French: 'Zoé;Besançon|François;Nîmes|Anaïs Bœuf;Sète|Benoît;Août',
	Spanish: 'José Muñoz;Málaga|Íñigo Peña;León|María Núñez;Cádiz',
	Portuguese: 'João Gonçalves;São Paulo|Conceição;Maranhão|Ângela;Brasília',
	Danish: 'Søren Kjær;København|Åge Møller;Århus|Bjørn;Ærø',
	Icelandic: 'Þór Sigurðsson;Reykjavík|Guðrún;Ísafjörður|Halldór;Höfn',
	Turkish: 'Ayşe Yılmaz;İstanbul|Çağrı Doğan;Eskişehir|Gülşah Işık;İzmir',
	Lithuanian: 'Žydrūnas;Šiauliai|Jūratė Bėčiūtė;Panevėžys|Eglė;Kėdainiai',
	Russian: 'Иван Петров;Москва|Мария Сидорова;Санкт-Петербург|Юрий;Тверь',
	Greek: 'Άγγελος Παπαδόπουλος;Αθήνα|Μαρία Ιωάννου;Θεσσαλονίκη|Νίκος;Πάτρα',
	'names from everywhere': 'Jürgen Müller;Köln|José Muñoz;Málaga|Søren Kjær;Århus|Zoé;Nîmes',
	'prices and quotes': 'the “best”;1 234,50 €|Joe’s – bar;£ 12',
} as const;

function encoded(text: string, encoding: SourceEncoding): Uint8Array {
	const decoder = new TextDecoder(encoding);
	const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
	return Uint8Array.from(text.replaceAll('|', '\n'), (sign) => bytes.get(sign) ?? 63);
}

test.each([
	['Polish', 'windows-1250'],
	['Polish', 'iso-8859-2'],
	['Czech', 'windows-1250'],
	['Czech', 'iso-8859-2'],
	['Hungarian', 'windows-1250'],
	['German', 'windows-1252'],
	['German', 'macintosh'],
	['French', 'windows-1252'],
	['French', 'iso-8859-15'],
	['Spanish', 'windows-1252'],
	['Portuguese', 'windows-1252'],
	['Danish', 'windows-1252'],
	['Icelandic', 'windows-1252'],
	['Turkish', 'windows-1254'],
	['Lithuanian', 'windows-1257'],
	['Russian', 'windows-1251'],
	['Russian', 'koi8-r'],
	['Russian', 'ibm866'],
	['Russian', 'iso-8859-5'],
	['Greek', 'windows-1253'],
	['Greek', 'iso-8859-7'],
	['names from everywhere', 'windows-1252'],
	['prices and quotes', 'windows-1252'],
] as const)('%s in %s is read as what it is', (language, encoding) => {
	const bytes = encoded(names[language], encoding);
	const guess = guessEncoding(foreignLines([bytes], true));
	const read = new TextDecoder(guess.encoding).decode(bytes);
	expect([read, guess.confidence > 0.5]).toEqual([new TextDecoder(encoding).decode(bytes), true]);
});

test.each(names.German.split(/[;| ]/).concat(names.French.split(/[;| ]/), names.Danish.split(/[;| ]/)))(
	'one word is enough for Western Europe: %s',
	(word) => {
		const bytes = encoded(`id,name\n1,${word}\n`, 'windows-1252');
		const read = new TextDecoder(guessEncoding(foreignLines([bytes], true)).encoding).decode(bytes);
		expect(read).toBe(`id,name\n1,${word}\n`);
	},
);

test('what may be two things is read as the likelier one, and both are shown', async () => {
	const path = fileOf(encoded('id,name\n1,Erdős\n', 'windows-1250'));
	const { dialectFindings, problems } = await previewSource(path, plainTable);
	const reason =
		'Signs beyond ASCII are no UTF-8; as windows-1252 they read "Erdõs", as windows-1250 "Erdős"; iso-8859-2 would do as well. Check the encoding.';
	expect([
		dialectFindings.find(({ aspect }) => aspect === 'encoding')?.reason,
		problems.filter(({ code }) => code === 'import.encoding').map(({ message }) => message),
	]).toEqual([reason, [reason]]);
	const corrected = await previewSource(path, { ...plainTable, source: { encoding: 'windows-1250' } });
	expect([corrected.rows, corrected.dialectFindings[0]]).toEqual([
		[[1, 'Erdős']],
		{ aspect: 'encoding', confidence: 1, reason: 'Set by you.' },
	]);
});

test.each(['utf-16le', 'utf-16be'] as const)(
	'%s without a mark is told also where hardly a sign is ASCII',
	async (encoding) => {
		const text = Buffer.from('имя;цена\nИван;12\nМария;13\n', 'utf16le');
		const { plan, rows, dialectFindings } = await previewSource(
			fileOf(encoding === 'utf-16le' ? text : text.swap16()),
			plainTable,
		);
		expect([plan.source.encoding, rows, dialectFindings[0]?.reason]).toEqual([
			encoding,
			[
				['Иван', 12],
				['Мария', 13],
			],
			'Every sign has two bytes, without a byte order mark: UTF-16.',
		]);
	},
);
