import { refuse, type JiraError } from '../errors';
import type { Actor, Site } from '../site';

/** Around one query: who asks, in which time zone, at what moment, and what they may see. */
export interface JqlContext {
  site: Site;
  actor: Actor;
  zone: string;
  now: number;
  projectIds: string[];
}

/** Queries this small Jira understands but cannot carry out are refused loudly, never answered wrongly. */
export const notSupported = (what: string): JiraError => refuse(400, `${what} is not supported by the local Jira.`);
export const noSuchField = (name: string): JiraError =>
  refuse(400, `Field '${name}' does not exist or you do not have permission to view it.`);
export const noSuchValue = (value: string, name: string): JiraError =>
  refuse(400, `The value '${value}' does not exist for the field '${name}'.`);
