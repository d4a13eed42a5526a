/**
 * The few nodes of Atlassian's document format that issue texts need. Text only goes into text nodes, so whatever a
 * person typed stays text. Held against @atlaskit/adf-schema in tests.
 */
export interface AdfMark {
  type: 'link';
  attrs: { href: string };
}

export interface AdfNode {
  type: 'paragraph' | 'bulletList' | 'listItem' | 'text' | 'hardBreak';
  text?: string;
  marks?: AdfMark[];
  content?: AdfNode[];
}

export interface AdfDocument {
  type: 'doc';
  version: 1;
  content: AdfNode[];
}

/** Text as inline nodes: newlines become breaks, and there is never an empty text node (Jira refuses those). */
function inline(text: string, marks?: AdfMark[]): AdfNode[] {
  const nodes: AdfNode[] = [];
  text.split('\n').forEach((line, i) => {
    if (i > 0) nodes.push({ type: 'hardBreak' });
    if (line !== '') nodes.push({ type: 'text', text: line, ...(marks ? { marks } : {}) });
  });
  return nodes;
}

export const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });

export const plain = (text: string): AdfNode[] => inline(text);

/** A link; with any other address than http(s) it stays plain text. */
export const link = (text: string, url: string): AdfNode[] =>
  /^https?:\/\//.test(url) ? inline(text, [{ type: 'link', attrs: { href: url } }]) : inline(text);

export const bullets = (items: readonly string[]): AdfNode[] =>
  items.length === 0
    ? []
    : [
        {
          type: 'bulletList',
          content: items.map((item) => ({ type: 'listItem', content: [paragraph(...inline(item))] })),
        },
      ];

export const adfDocument = (content: AdfNode[]): AdfDocument => ({ type: 'doc', version: 1, content });

/** Plain text of several lines as a document: for rich-text fields filled from a form. */
export const adfOfText = (text: string): AdfDocument =>
  adfDocument(text.split(/\n{2,}/).map((block) => paragraph(...inline(block))));

/** An issue's description: where it comes from, the topic's cards, the way back. */
export function describe(description: {
  intro: string;
  bullets: string[];
  link: { text: string; url: string };
}): AdfDocument {
  return adfDocument([
    ...(description.intro === '' ? [] : [paragraph(...plain(description.intro))]),
    ...bullets(description.bullets),
    paragraph(...link(description.link.text, description.link.url)),
  ]);
}
