import type { Result } from './result';
import { ok, refuse } from './result';

export const CARD_TEXT_MAX = 2000;
export const TITLE_MAX = 120;
export const ACTION_TEXT_MAX = 240;

// Everything below space except tab and newline, DEL, the C1 block, bidi overrides and lone surrogates.
const CONTROL =
  // eslint-disable-next-line no-control-regex -- these are exactly the characters to drop
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A person's text as it is kept: no control characters, no blank ends, one kind of newline. */
export const cleanText = (raw: string): string => raw.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();

/** Text of several lines, 1 to `max` characters after cleaning; refused `text/empty` or `text/too-long`. */
export function acceptText(raw: string, max: number): Result<string> {
  const text = cleanText(raw);
  if (text.length === 0) return refuse('text/empty');
  if (text.length > max) return refuse('text/too-long', { max: String(max), length: String(text.length) });
  return ok(text);
}

/** One line, shortened where it is too long, never inside a character; may be empty. */
export const shortLine = (raw: string, max: number): string =>
  cleanText(cleanText(raw.replace(/\s+/g, ' ')).slice(0, max));

/** Text of one line: newlines become spaces. */
export const acceptLine = (raw: string, max: number): Result<string> => acceptText(raw.replace(/\s+/g, ' '), max);
