import type { Scopes } from './operation';

/** The classic scopes, as each operation's reference page names them. */
export const READ_WORK: Scopes = { classic: ['read:jira-work'] };
export const WRITE_WORK: Scopes = { classic: ['write:jira-work'] };
export const READ_USER: Scopes = { classic: ['read:jira-user'] };

/** Classic or granular. */
export const workOr = (classic: 'read' | 'write', ...granular: string[]): Scopes => ({
  classic: [`${classic}:jira-work`],
  granular,
});

/** Jira Software has granular scopes only. */
export const granular = (...scopes: string[]): Scopes => ({ granular: scopes });
