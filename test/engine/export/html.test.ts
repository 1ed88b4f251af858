import { expect, test } from 'vitest';
import { Html, html } from '../../../engine/export/report/html.ts';

test('what is put into a template cannot become markup', () => {
	expect(html`<p title="${'"><script>'}">${"<b> & 'q'"}</p>`.text).toBe(
		'<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; &#39;q&#39;</p>',
	);
});

test('templates nest, lists are joined and null is left out', () => {
	const items = ['a', 'b'].map((name) => html`<i>${name}</i>`);
	expect(html`${items}${null}${new Html('<hr>')}${3}`.text).toBe('<i>a</i><i>b</i><hr>3');
});
