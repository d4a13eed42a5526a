import type { enUs } from '../messages/en-us';
import { actions } from '../messages/en-us/actions';
import { board } from '../messages/en-us/board';
import { common } from '../messages/en-us/common';
import { refusals } from '../messages/en-us/refusals';
import { session } from '../messages/en-us/session';
import { shell } from '../messages/en-us/shell';
import { addMessages, catalogue } from './catalogue';

export type MessageKey = keyof typeof enUs;
export type MessageArgs = Record<string, string | number>;

/** The language of the catalogue; dates and numbers follow it, so that a sentence speaks one language. */
export const LOCALE = 'en-US';

const plurals = new Intl.PluralRules(LOCALE);
const numbers = new Intl.NumberFormat(LOCALE);

// What every retro needs; the files of home, lobby, summary and team bring their own sections.
[actions, board, common, refusals, session, shell].forEach(addMessages);

const SLOT = /\{(\w+)\}/g;

/** The text of the catalogue with its `{slots}` filled; a message with plural forms needs the argument `count`. */
export function t(key: MessageKey, args: MessageArgs = {}): string {
  return template(key, args).replace(SLOT, (slot, name: string) => {
    const value = args[name];
    if (value === undefined) return slot;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** The text with its slots left open. */
function template(key: MessageKey, args: MessageArgs): string {
  const message = catalogue[key];
  if (message === undefined) return key;
  if (typeof message === 'string') return message;
  return plurals.select(Number(args['count'] ?? 0)) === 'one' ? message.one : message.other;
}
