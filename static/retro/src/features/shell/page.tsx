import { createContext, useContext } from 'react';
import type { Api, ApiName } from '#contract/api';
import { must } from '#domain/assert';
import type { Session } from '../../session/types';
import type { AvatarPerson } from '../../ui/avatar';
import type { PeopleStore } from './people-store';

/** The page's address bar, as far as it is ours. Paths start with '/'. */
export interface Address {
  /** Path and search part of where the page is. */
  current(): { path: string; search: string };
  push(path: string): void;
  replace(path: string): void;
  /** Calls back after every change; returns how to stop. */
  listen(listener: () => void): () => void;
  /** The whole address of a path, for links that leave the page. */
  linkTo(path: string): string;
}

/** What every room of the page works with; a test hands in its own. */
export interface Page {
  accountId: string;
  /** Address of the Jira site, without a slash at its end; '' where it is not known. */
  siteUrl: string;
  /** Asks a function; never rejects: an unanswered request is the refusal `storage/unavailable`. */
  call<Name extends ApiName>(name: Name, request: Parameters<Api[Name]>[0]): Promise<ReturnType<Api[Name]>>;
  address: Address;
  people: PeopleStore;
  /** People of the project by what is typed; '' suggests. */
  findPeople(query: string): Promise<readonly AvatarPerson[]>;
  /** What Jira knows of the project; rejects where Jira does not answer. */
  issueTypes(): Promise<readonly { id: string; name: string }[]>;
  jiraBoards(): Promise<readonly { id: number; name: string }[]>;
  /** Loads what a running retro needs, then opens its session. */
  openSession(retroId: string): Promise<Session>;
  /** Names the browser's window or tab. */
  setTitle(title: string): void;
  /** Twelve random lower-case letters and digits. */
  newId(): string;
  /** Epoch milliseconds of this machine. */
  now(): number;
}

export const PageContext = createContext<Page | null>(null);

/** The page this component is on. */
export const usePage = (): Page => must(useContext(PageContext), 'a page around this component');
