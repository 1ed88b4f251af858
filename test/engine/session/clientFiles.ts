import type { ImportPlan } from '#shared/model/importPlan.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { previewImport } from '../../../engine/import/previewImport.ts';

const files = {
	customers: `customer_id,country,signup_date
c1,DE,2025-01-10
c2,AT,2025-02-01
c3,DE,
c4,CH,2025-03-05
`,
	orders: `order_id,customer_id,order_date,revenue,channel
1,c1,2026-01-05,10.50,web
1,c1,2026-01-05,4.50,web
2,c2,2026-02-01,20.00,shop
3,c9,2026-02-03,7.25,web
4,c1,2026-03-01,100.00,shop
5,c9,oops,1.00,web
6,c8,2026-03-02,2.75,shop
`,
	recipients: `customer_id,campaign,arm,opened,converted,revenue
c1,spring,treatment,1,1,15.00
c2,spring,treatment,0,0,0.00
c3,spring,control,0,0,0.00
c4,spring,control,0,1,8.00
`,
} as const;

/**
 * Three small exports: two orders rows of unknown customers (c9, c8: 10.00 together), one unreadable date, one order of two lines.
 * Orders of the base: 135.00 in three orders.
 */
export function clientPlan(folder: string, name: keyof typeof files): ImportPlan {
	const path = join(folder, `${name}.csv`);
	writeFileSync(path, files[name]);
	return previewImport(path, { role: name }).plan;
}
