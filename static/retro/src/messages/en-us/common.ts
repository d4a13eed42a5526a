import type { Message } from '../message';

/** What many places say. */
export const common = {
  'common.cancel': 'Cancel',
  'common.clear': 'Clear',
  'common.close': 'Close',
  'common.copied': 'Copied',
  'common.copy': 'Copy',
  'common.dismiss': 'Dismiss',
  'common.loading': 'Loading',
  'common.required': 'required',
  'common.retry': 'Try again',
  'common.save': 'Save',
  'common.noMatches': 'No matches',
  'common.searching': 'Searching…',
  'common.undo': 'Undo',
  'common.unknownPerson': 'Former user',
  'common.notifications': 'Notifications',
  'common.people': { one: '{count} person', other: '{count} people' },
  'common.peopleMore': { one: 'and {count} more', other: 'and {count} more' },
  'common.characters': { one: '{count} character left', other: '{count} characters left' },
  'common.charactersOver': { one: '{count} character too many', other: '{count} characters too many' },
  'common.failedTitle': 'This did not load',
  'common.failedHint': 'Nothing is lost. Try again in a moment.',
} as const satisfies Record<string, Message>;
