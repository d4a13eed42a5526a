/** The closed list of refusals: each has a sentence in the message catalogue and a test. */
export const REFUSAL_CODES = [
  /** The payload is not what the command takes. */
  'payload/invalid',
  /** The page is older than the app: it must be reloaded. */
  'contract/reload',
  /** Missing, or not visible to the caller: both look the same. */
  'access/not-found',
  /** The proof of project access is too old or foreign: ask for a new one, then repeat. */
  'access/renew',
  /** The caller may not do this. */
  'access/denied',
  /** The command does not belong to the step the retro is in. */
  'step/not-now',
  /** The retro is closed, or being closed. */
  'retro/closed',
  /** The retro has not started yet. */
  'retro/not-started',
  /** The board has as many cards as it can hold. */
  'board/full',
  /** The column does not exist. */
  'column/gone',
  /** Nothing is left of the text after trimming. */
  'text/empty',
  /** The text is longer than allowed. */
  'text/too-long',
  /** The card does not exist any more. */
  'card/gone',
  /** Somebody else wrote this card. */
  'card/not-yours',
  /** The group does not exist any more. */
  'group/gone',
  /** A card cannot be grouped with itself. */
  'group/same-card',
  /** The person has no votes left. */
  'vote/limit-reached',
  /** The topic has as many votes of this person as it may have. */
  'vote/topic-limit',
  /** No voting round is open. */
  'vote/closed',
  /** A voting round is already open. */
  'vote/already-open',
  /** The person has not joined the retro. */
  'participant/not-joined',
  /** The action item does not exist. */
  'action/gone',
  /** The due date is not a date. */
  'action/bad-date',
  /** The action item already has an issue. */
  'action/has-issue',
  /** An issue for it is being created, or its creation is being checked. */
  'action/filing',
  /** The team does not exist. */
  'team/gone',
  /** The timer does not run. */
  'timer/not-running',
  /** Too many other changes at once: nothing was changed. */
  'conflict/try-again',
  /** The command was made too long ago to be carried out safely. */
  'command/stale',
  /** Forge storage does not answer: nothing was changed. */
  'storage/unavailable',
  /** Forge's limit for this site is reached: nothing was changed. */
  'storage/throttled',
  /** A mistake of ours: logged, nothing was changed as far as is known. */
  'app/failed',
  /** Jira refused fields: details name each. */
  'jira/fields',
  /** Jira forbids it to this person. */
  'jira/forbidden',
  /** Jira asks to wait. */
  'jira/busy',
  /** Jira does not answer; for a creation nobody knows yet whether it happened. */
  'jira/unknown-outcome',
  /** Jira failed, nothing was created. */
  'jira/failed',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  code: RefusalCode;
  details?: Record<string, string>;
}
