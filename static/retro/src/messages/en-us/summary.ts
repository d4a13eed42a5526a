import { addMessages } from '../../i18n/catalogue';
import type { Message } from '../message';

/** The end of a retro, and what stays of it. */
export const summary = {
  'summary.title': 'Summary of {title}',
  'summary.closedOn': 'Closed on {date}',
  'summary.running': 'This retro still runs: the summary changes with it.',
  'summary.toRetro': 'Go to the retro',
  'summary.facts': 'In numbers',
  'summary.people': { one: 'person', other: 'people' },
  'summary.cards': { one: 'card', other: 'cards' },
  'summary.votes': { one: 'vote', other: 'votes' },
  'summary.actions': { one: 'action item', other: 'action items' },
  'summary.actionsTitle': 'What the team will do',
  'summary.actionsNone': 'No action item was agreed.',
  'summary.topics': 'What the team talked about',
  'summary.topicsNone': 'No cards were written.',
  'summary.concealed': {
    one: '{count} card was never revealed and stays face down.',
    other: '{count} cards were never revealed and stay face down.',
  },
  'summary.topicVotes': { one: '{count} vote', other: '{count} votes' },
  'summary.moreTopics': { one: 'Show {count} more topic', other: 'Show {count} more topics' },
  'summary.attendance': 'Who took part',
  'summary.attendanceNone': 'Nobody took part.',
  'summary.copy': 'Copy as text',
  'summary.copied': 'Summary copied as Markdown',
  'summary.reopen': 'Reopen retro',
  'summary.reopenTitle': 'Reopen this retro?',
  'summary.reopenHint':
    'Everybody can take part again. Cards written before belong to nobody any more, and earlier votes stay as they were counted.',
  'summary.reopened': 'The retro is open again',
  'summary.anonymous': 'Votes and authors of anonymous cards are deleted. Nobody can tell who wrote what.',
  'summary.showBoard': 'Show the board',

  'summary.md.subtitle': '{date}, {people}',
  'summary.md.actions': 'Action items',
  'summary.md.noActions': 'No action item was agreed.',
  'summary.md.noCards': 'No cards.',
  'summary.md.due': 'due {day}',
  'summary.md.dropped': 'dropped',

  'close.title': 'Well done',
  'close.lead': 'Look once more at what you decided, then close the retro for everybody.',
  'close.others': 'Look once more at what you decided. {names} closes the retro.',
  'close.noOwner': { one: '{count} action item has no owner yet.', other: '{count} action items have no owner yet.' },
} as const satisfies Record<string, Message>;

addMessages(summary);
