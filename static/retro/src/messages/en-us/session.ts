import type { Message } from '../message';

/** Connection, unsent texts and what happened to one's own changes. */
export const session = {
  'session.live': 'Live',
  'session.catchingUp': 'Catching up',
  'session.offline': 'Offline',
  'session.liveHint': 'You see changes as they happen.',
  'session.catchingUpHint': 'Some changes may be a few seconds late.',
  'session.offlineHint': 'You can go on writing. Your changes are sent when the connection is back.',
  'session.waiting': { one: '{count} change waits to be sent', other: '{count} changes wait to be sent' },
  'session.undone': 'Your last change was undone',
  'session.facilitatorGained': 'You are a facilitator now',
  'session.facilitatorLost': '{name} facilitates now',
  'session.reload': 'Reload the page',
  'session.reloadNeeded': 'Sternlight was updated',
  'session.failed': 'The retro could not be opened',
  'session.gone': 'This retro is not here',
  'session.tray': { one: '{count} text was not added', other: '{count} texts were not added' },
  'session.trayAdd': 'Add now',
  'session.trayCopy': 'Copy text',
  'session.trayDrop': 'Discard',
} as const satisfies Record<string, Message>;
