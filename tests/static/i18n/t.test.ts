import { t } from '../../../static/retro/src/i18n/t';
import { enUs } from '../../../static/retro/src/messages/en-us';
import type { Message } from '../../../static/retro/src/messages/message';

const messages = Object.entries<Message>(enUs);

test('a count chooses the form, and is written as people write numbers', () => {
  expect(t('home.people', { count: 1 })).toBe('1 person');
  expect(t('home.people', { count: 0 })).toBe('0 people');
  expect(t('home.people', { count: 1234 })).toBe('1,234 people');
});

test('what a person typed is not read as a slot', () => {
  expect(t('home.discarded', { title: '{count} $& {title}' })).toBe('“{count} $& {title}” discarded');
});

test('both forms of a plural use the same slots, save the number itself', () => {
  const slots = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).filter((slot) => slot !== '{count}').sort();
  for (const [key, message] of messages)
    if (typeof message !== 'string') expect([key, slots(message.one)]).toEqual([key, slots(message.other)]);
});

test('no text is empty, ends in a blank or uses straight quotes', () => {
  const texts = messages.flatMap(([key, message]) =>
    (typeof message === 'string' ? [message] : [message.one, message.other]).map((text) => ({ key, text })),
  );
  const bad = texts.filter(({ text }) => text.trim() !== text || text === '' || /["']/.test(text));
  expect(bad).toEqual([]);
});
