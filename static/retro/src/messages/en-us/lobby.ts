import { addMessages } from '../../i18n/catalogue';
import type { Message } from '../message';

/** Where people gather before the first step. */
export const lobby = {
  'lobby.draft': 'This retro is a draft. Only people with its link find it.',
  'lobby.openLobby': 'Open the lobby',
  'lobby.opened': 'The lobby is open: the team sees this retro on its page',
  'lobby.here': { one: '{count} person is here', other: '{count} people are here' },
  'lobby.hereNobody': 'Nobody is here yet',
  'lobby.inviteHint': 'Send them the link. Whoever may see this project can join.',
  'lobby.ready': 'Start when everybody has arrived. Whoever comes later can still join.',
  'lobby.waiting': 'Waiting for {names} to start',
  'lobby.arrived': '{name} is here',
  'lobby.format': 'What we will talk about',
  'lobby.anonymity': 'Who sees who wrote what',
  'lobby.agreement': 'Working agreement',
  'lobby.votes': {
    one: '{count} vote each, at most {max} on one topic',
    other: '{count} votes each, at most {max} on one topic',
  },
  'lobby.you': '(you)',

  'setup.title': 'Retro settings',
  'setup.name': 'Title',
  'setup.columns': 'Columns',
  'setup.columnName': 'Name of column {place}',
  'setup.columnPrompt': 'Question of column {place}',
  'setup.columnColor': 'Colour of column {place}',
  'setup.columnUp': 'Move {name} to the left',
  'setup.columnDown': 'Move {name} to the right',
  'setup.columnRemove': 'Remove {name}',
  'setup.columnAdd': 'Add a column',
  'setup.columnNew': 'New column',
  'setup.columnBad': 'A column needs a name.',
  'setup.saved': 'Settings saved',

  'color.blue': 'Blue',
  'color.teal': 'Teal',
  'color.green': 'Green',
  'color.lime': 'Lime',
  'color.yellow': 'Yellow',
  'color.orange': 'Orange',
  'color.red': 'Red',
  'color.magenta': 'Magenta',
  'color.purple': 'Purple',
  'color.gray': 'Gray',
} as const satisfies Record<string, Message>;

addMessages(lobby);
