import { roleFacts } from '#shared/model/tableRole.ts';
import type { GuessColumn } from './GuessColumn.ts';
import { headerKey } from './headerKey.ts';
import { spellings } from './spellings.ts';

/** What a single item of an order can say; everything else belongs to the whole order. */
const itemFields = ['product', 'category', 'quantity', 'unit_price', 'revenue', 'cost', 'discount'] as const;
/** Words beside the number that only say that it is an item. */
const itemWords =
	/^(line|item|lineitem|product|article|artikel|produkt|position|pos|produit|ligne|producto|articulo|linea)/;

/**
 * Line items that stand beside each other in one row, such as `item_1_name, item_1_price, item_2_name, …`: for each item, role field
 * id to header. Null unless two items or more have the same columns, numbered from 0 or 1 without a gap.
 */
export function guessItems(columns: readonly GuessColumn[]): Record<string, string>[] | null {
	const found = new Map<number, Record<string, string>>();
	const fields = roleFacts('orders').fields.filter(({ id }) => itemFields.some((field) => field === id));
	for (const { name, type } of columns) {
		const number = /\d+/.exec(name)?.[0];
		if (number === undefined) {
			continue;
		}
		const word = headerKey(name.replace(number, ' '));
		const words = [word, word.replace(itemWords, ''), word.replace(itemWords, '') === '' ? 'product' : word];
		const field =
			fields.find(
				(entry) => entry.types.includes(type) && spellings(entry).some((spelling) => words.includes(spelling)),
			) ??
			(/^(name|title|bezeichnung|nom|nombre)$/.test(words[1]!) ? fields.find(({ id }) => id === 'product') : undefined);
		if (field) {
			const item = found.get(Number(number)) ?? {};
			found.set(Number(number), { ...item, [field.id]: item[field.id] ?? name });
		}
	}
	const numbers = [...found.keys()].sort((left, right) => left - right);
	const isCounted =
		numbers.length >= 2 && (numbers[0] ?? 2) <= 1 && numbers.every((number, index) => number === numbers[0]! + index);
	const items = numbers.map((number) => withUnitPrice(found.get(number)!));
	const shape = (item: Record<string, string>) => Object.keys(item).sort().join(' ');
	const isAlike = items.every((item) => shape(item) === shape(items[0]!));
	const saysEnough = items.length > 0 && Object.keys(items[0]!).some((id) => id !== 'discount');
	return isCounted && isAlike && saysEnough ? items : null;
}

/** Beside a quantity, a price is that of one unit. */
function withUnitPrice(item: Record<string, string>): Record<string, string> {
	const { revenue, ...others } = item;
	const isPrice = revenue !== undefined && /price|preis|prix|precio/.test(headerKey(revenue));
	return isPrice && item['quantity'] !== undefined && item['unit_price'] === undefined
		? { ...others, unit_price: revenue }
		: item;
}
