import { html } from 'hono/html';
import type { Markup } from './markup';

interface AdfNode {
  type: string;
  text?: string;
  content?: AdfNode[];
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

const children = (node: AdfNode): Markup[] => (node.content ?? []).map(renderNode);
const attribute = (node: AdfNode, name: string): string => {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Only addresses a person can follow safely become links. */
function safeHref(value: unknown): string | undefined {
  return typeof value === 'string' && /^(https?:\/\/|mailto:|\/(?!\/))/i.test(value) ? value : undefined;
}

const marks: Record<string, (inner: Markup, attrs: Record<string, unknown>) => Markup> = {
  strong: (inner) => html`<strong>${inner}</strong>`,
  em: (inner) => html`<em>${inner}</em>`,
  code: (inner) => html`<code>${inner}</code>`,
  strike: (inner) => html`<s>${inner}</s>`,
  underline: (inner) => html`<u>${inner}</u>`,
  link(inner, attrs) {
    const href = safeHref(attrs['href']);
    return href ? html`<a href="${href}" data-site-link>${inner}</a>` : inner;
  },
};

function renderText(node: AdfNode): Markup {
  return (node.marks ?? []).reduce<Markup>(
    (inner, mark) => marks[mark.type]?.(inner, mark.attrs ?? {}) ?? inner,
    html`${node.text ?? ''}`,
  );
}

function heading(node: AdfNode): Markup {
  // The page has its own h1 and h2; a description's headings come below them.
  return Number(attribute(node, 'level')) <= 2 ? html`<h3>${children(node)}</h3>` : html`<h4>${children(node)}</h4>`;
}

function card(node: AdfNode): Markup {
  const url = attribute(node, 'url');
  const href = safeHref(url);
  return href ? html`<a href="${href}" data-site-link>${url}</a>` : html`${url}`;
}

const nodes: Record<string, (node: AdfNode) => Markup> = {
  doc: (node) => html`${children(node)}`,
  paragraph: (node) => html`<p>${children(node)}</p>`,
  text: renderText,
  heading,
  hardBreak: () => html`<br />`,
  rule: () => html`<hr />`,
  bulletList: (node) =>
    html`<ul>
      ${children(node)}
    </ul>`,
  orderedList: (node) =>
    html`<ol>
      ${children(node)}
    </ol>`,
  listItem: (node) => html`<li>${children(node)}</li>`,
  taskList: (node) =>
    html`<ul class="tasks">
      ${children(node)}
    </ul>`,
  taskItem: (node) => html`<li>${attribute(node, 'state') === 'DONE' ? '☑ ' : '☐ '}${children(node)}</li>`,
  blockquote: (node) => html`<blockquote>${children(node)}</blockquote>`,
  codeBlock: (node) => html`<pre><code>${children(node)}</code></pre>`,
  panel: (node) => html`<div class="panel">${children(node)}</div>`,
  expand: (node) =>
    html`<details>
      <summary>${attribute(node, 'title')}</summary>
      ${children(node)}
    </details>`,
  table: (node) =>
    html`<table>
      <tbody>
        ${children(node)}
      </tbody>
    </table>`,
  tableRow: (node) =>
    html`<tr>
      ${children(node)}
    </tr>`,
  tableHeader: (node) => html`<th>${children(node)}</th>`,
  tableCell: (node) => html`<td>${children(node)}</td>`,
  mention: (node) => html`<span class="mention">${attribute(node, 'text') || '@somebody'}</span>`,
  emoji: (node) => html`${attribute(node, 'text') || attribute(node, 'shortName')}`,
  inlineCard: card,
  blockCard: card,
  status: (node) => html`<span class="lozenge">${attribute(node, 'text')}</span>`,
  date: (node) => html`<time>${new Date(Number(attribute(node, 'timestamp'))).toISOString().slice(0, 10)}</time>`,
};

function renderNode(node: AdfNode): Markup {
  const render = Object.hasOwn(nodes, node.type) ? nodes[node.type] : undefined;
  // What we cannot draw is named, not swallowed.
  return render ? render(node) : html`<span class="unknown-node">[${node.type}] ${children(node)}</span>`;
}

/** An Atlassian Document as html: text is escaped by the template, links only lead to http(s), mail or this site. */
export function renderAdf(document: unknown): Markup {
  if (typeof document !== 'object' || document === null) return html``;
  return html`<div class="adf">${renderNode(document as AdfNode)}</div>`;
}
