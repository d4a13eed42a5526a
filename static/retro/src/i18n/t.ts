import { enUs } from '../messages/en-us';
import type { Message } from '../messages/message';

export type MessageKey = keyof typeof enUs;
export type MessageArgs = Record<string, string | number>;

/** The language of the catalogue; dates and numbers follow it, so that a sentence speaks one language. */
export const LOCALE = 'en-US';

const plurals = new Intl.PluralRules(LOCALE);
const numbers = new Intl.NumberFormat(LOCALE);
const catalogue: Record<string, Message> = enUs;

const SLOT = /\{(\w+)\}/g;

/** The text of the catalogue with its `{slots}` filled; a message with plural forms needs the argument `count`. */
export function t(key: MessageKey, args: MessageArgs = {}): string {
  return template(key, args).replace(SLOT, (slot, name: string) => {
    const value = args[name];
    if (value === undefined) return slot;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** The text with its slots left open, for `Rich`. */
export function template(key: MessageKey, args: MessageArgs): string {
  const message = catalogue[key];
  if (message === undefined) return key;
  if (typeof message === 'string') return message;
  return plurals.select(Number(args['count'] ?? 0)) === 'one' ? message.one : message.other;
}
