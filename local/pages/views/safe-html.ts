import { load } from 'cheerio';

const ALLOWED = new Set(
  'a b blockquote br code div em h1 h2 h3 h4 hr i li ol p pre s span strong table tbody td th thead tr u ul'.split(' '),
);

/**
 * Html of a mail made safe to show inside a page: only harmless elements, no attributes but http(s) links, which
 * `link` may rewrite. Everything else keeps its text.
 */
export function safeHtml(html: string, link: (href: string) => string): string {
  const $ = load(html, null, false);
  $('script, style, iframe, object, template, title, noscript').remove();
  $('*').each((_at, element) => {
    if (!('attribs' in element)) return;
    const node = $(element);
    const href = node.attr('href') ?? '';
    for (const name of Object.keys(element.attribs)) node.removeAttr(name);
    if (element.name === 'a' && /^https?:\/\//i.test(href)) node.attr('href', link(href));
    if (!ALLOWED.has(element.name)) node.replaceWith(node.contents());
  });
  return $.html();
}
