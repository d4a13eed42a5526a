import { addMessages } from '../../i18n/catalogue';
import type { Message } from '../message';

/** The project's retros. */
export const home = {
  'home.title': 'Retrospectives',
  'home.start': 'Start a retro',
  'home.loading': 'Loading the retros',
  'home.failed': 'The retros did not load',
  'home.team': 'Team',
  'home.teams': 'Teams of this project',
  'home.newTeam': 'New team…',
  'home.teamSettings': 'Team settings',
  'home.mayNot': 'You can look at this project’s retros. To start one, you need access to the project.',

  'home.open': 'Open retros',
  'home.state.draft': 'Draft',
  'home.state.lobby': 'Lobby is open',
  'home.state.running': 'Running',
  'home.state.closing': 'Closing',
  'home.state.closed': 'Closed',
  'home.join': 'Join',
  'home.continue': 'Continue',
  'home.prepare': 'Prepare',
  'home.look': 'Open',
  'home.openNamed': '{action}: {title}',
  'home.since': 'Since {ago}',
  'home.draftFrom': 'Changed {ago}',
  'home.discard': 'Discard draft',
  'home.discarded': '“{title}” discarded',
  'home.restored': '“{title}” is back',
  'home.rowMenu': 'Actions for {title}',
  'home.people': { one: '{count} person', other: '{count} people' },

  'home.actions': 'Open action items',
  'home.actionsEmpty': 'Nothing is open. What the team agrees on in its next retro appears here.',
  'home.actionsMore': 'The first {count} are shown.',

  'home.closed': 'Past retros',
  'home.closedEmpty': 'Closed retros are kept here, with their summary.',
  'home.col.title': 'Retro',
  'home.col.date': 'Closed',
  'home.col.people': 'People',
  'home.col.cards': 'Cards',
  'home.col.actions': 'Action items',
  'home.more': 'Show older retros',
  'home.unknownCount': '–',

  'home.emptyTitle': 'Your team’s first retro starts here',
  'home.emptyText':
    'An hour together, every sprint or so: what went well, what did not, and one thing to change. What you decide becomes a Jira issue with an owner.',
  'home.emptyStep1': 'Write',
  'home.emptyStep1.hint': 'Everybody writes cards, face down. Nobody is influenced, nobody is skipped.',
  'home.emptyStep2': 'Choose',
  'home.emptyStep2.hint': 'Reveal, group what belongs together, and vote in secret for what matters.',
  'home.emptyStep3': 'Act',
  'home.emptyStep3.hint': 'Talk, agree on one step, file it in Jira. Owners are reminded before it is due.',

  'start.title': 'Start a retro',
  'start.format': 'Format',
  'start.name': 'Title',
  'start.nameDefault': 'Retro, {date}',
  'start.anonymity': 'Who sees who wrote what?',
  'start.votes': 'Votes per person',
  'start.perTopic': 'At most on one topic',
  'start.votesBad': 'A whole number from 1 to {max}',
  'start.perTopicBad': 'From 1 to the votes per person',
  'start.do': 'Start',
  'start.draft': 'Save as draft',
  'start.draftSaved': '“{title}” is saved as a draft',
  'start.asks': 'Asks first: “{prompt}”',
} as const satisfies Record<string, Message>;

addMessages(home);
