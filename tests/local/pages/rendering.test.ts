import { renderAdf } from '../../../local/pages/views/adf';
import { safeHtml } from '../../../local/pages/views/safe-html';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const paragraph = (text: string, ...marks: unknown[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
});
const drawn = async (document: unknown) => String(await renderAdf(document));

describe('a description', () => {
  test('keeps its structure and marks', async () => {
    const html = await drawn(
      doc(paragraph('bold', { type: 'strong' }), {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph('one')] }],
      }),
    );
    expect(html).toContain('<p><strong>bold</strong></p>');
    expect(html.replace(/\s+/g, '')).toContain('<ul><li><p>one</p></li></ul>');
  });

  test('cannot bring markup into the page', async () => {
    const html = await drawn(doc(paragraph('<img src=x onerror=alert(1)>')));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });

  test('links only to addresses that are safe to follow', async () => {
    const link = (href: string) => paragraph('here', { type: 'link', attrs: { href } });
    expect(await drawn(doc(link('https://example.com/a')))).toContain('<a href="https://example.com/a"');
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', ' javascript:alert(1)']) {
      expect(await drawn(doc(link(href)))).not.toContain('<a');
    }
  });

  test('names what it cannot draw', async () => {
    expect(await drawn(doc({ type: 'mediaSingle' }))).toContain('[mediaSingle]');
    expect(await drawn(doc({ type: 'constructor' }))).toContain('[constructor]');
  });
});

describe('a mail', () => {
  test('keeps its text and loses scripts, handlers and foreign elements', () => {
    const html = safeHtml(
      '<h2 onclick="x()">Due</h2><script>alert(1)</script><custom>SUN-1</custom><img src=x onerror=y>',
      String,
    );
    expect(html).toBe('<h2>Due</h2>SUN-1');
  });

  test('keeps http links, as its reader would open them, and no others', () => {
    const html = safeHtml(
      '<a href="https://a.example/x" target=_top>x</a><a href="javascript:y">y</a>',
      (href) => `${href}?as=me`,
    );
    expect(html).toBe('<a href="https://a.example/x?as=me">x</a><a>y</a>');
  });
});
