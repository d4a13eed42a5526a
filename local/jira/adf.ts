import fullSchema from '@atlaskit/adf-schema/json-schema/v1/full.json';
import Ajv, { type ValidateFunction } from 'ajv';
import { FieldProblem } from './errors';

/** A node of an Atlassian Document; only the parts read here. */
export interface AdfNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: AdfNode[];
}

let compiled: ValidateFunction | undefined;

/** Compiled on first use (half a second). The schema is draft 04 in name only: ajv 8 takes it without `$schema`. */
function validator(): ValidateFunction {
  const { $schema: _draft, ...schema } = fullSchema as Record<string, unknown>;
  compiled ??= new Ajv({ strict: false }).compile(schema);
  return compiled;
}

/** Checks a value against Atlassian's own ADF schema. Throws FieldProblem with Jira's words for text, and for invalid documents. */
export function parseAdf(value: unknown): AdfNode {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FieldProblem('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
  if (!validator()(value)) throw new FieldProblem('INVALID_INPUT');
  return value as AdfNode;
}

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'listItem',
  'codeBlock',
  'blockquote',
  'taskItem',
  'tableRow',
  'hardBreak',
  'rule',
]);

function inlineText(node: AdfNode): string | undefined {
  if (node.text !== undefined) return node.text;
  const { text, url } = node.attrs ?? {};
  if (typeof text === 'string') return text;
  return typeof url === 'string' ? url : undefined;
}

/** The text of a document, a line a block: what JQL's `~` and mails read. */
export function adfText(node: AdfNode | null | undefined): string {
  if (!node) return '';
  const own = inlineText(node) ?? (node.content ?? []).map(adfText).join('');
  return BLOCKS.has(node.type) ? `${own.trimEnd()}\n` : own;
}

/** Account ids mentioned anywhere in the document, each once. */
export function mentionedIn(node: AdfNode | null | undefined): string[] {
  if (!node) return [];
  const own = node.type === 'mention' && typeof node.attrs?.['id'] === 'string' ? [node.attrs['id']] : [];
  return [...new Set([...own, ...(node.content ?? []).flatMap(mentionedIn)])];
}
