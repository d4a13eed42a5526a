/** The page of a test: functions answer what the test says, addresses are kept in memory. */
import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { HomeAnswer } from '../../src/contract/api';
import { firstTeam } from '../../src/domain/team';
import { createAddress } from '../../static/retro/src/features/shell/host-address';
import { Navigation } from '../../static/retro/src/features/shell/navigation';
import type { Page } from '../../static/retro/src/features/shell/page';
import { PageContext } from '../../static/retro/src/features/shell/page';
import { createPeopleStore } from '../../static/retro/src/features/shell/people-store';
import { FlagHost } from '../../static/retro/src/ui/flag-host';
import { dismissFlag, flagStore } from '../../static/retro/src/ui/flags';

const NAMES: Record<string, string> = { ann: 'Ann Abel', bob: 'Bob Berg', cy: 'Cy Cole' };
export const NOW = Date.UTC(2026, 10, 22, 12);

// jsdom has no layout: this is what the browser adds.
Element.prototype.scrollIntoView = () => undefined;

/** Answers of the functions, by name; one that is missing is a function that does not answer. */
export type Answers = Partial<Record<string, (request: Record<string, unknown>) => unknown>>;

interface TestPage extends Page {
  /** Every call, in order. */
  calls: [string, Record<string, unknown>][];
}

export function aTestPage(answers: Answers = {}, more: Partial<Page> = {}): TestPage {
  const calls: TestPage['calls'] = [];
  const call = async (name: string, request: Record<string, unknown>): Promise<unknown> => {
    calls.push([name, request]);
    return answers[name]?.(request) ?? { ok: false, refusal: { code: 'storage/unavailable' } };
  };
  let made = 0;
  return {
    calls,
    accountId: 'ann',
    siteUrl: 'https://team.example',
    call: call as Page['call'],
    address: createAddress(
      {
        location: { pathname: '/', search: '' },
        push: () => undefined,
        replace: () => undefined,
        listen: () => undefined,
      },
      'https://team.example/retros',
    ),
    people: createPeopleStore(
      async (ids) => new Map(ids.flatMap((id) => (NAMES[id] ? [[id, { displayName: NAMES[id] }] as const] : []))),
    ),
    findPeople: async (query) =>
      Object.entries(NAMES)
        .filter(([, name]) => name.toLowerCase().includes(query.toLowerCase()))
        .map(([accountId, name]) => ({ accountId, name })),
    issueTypes: async () => [{ id: '10001', name: 'Task' }],
    jiraBoards: async () => [{ id: 7, name: 'Sunrise board' }],
    openSession: () => Promise.reject(new Error('no session in this test')),
    setTitle: () => undefined,
    newId: () => String((made += 1)).padStart(12, 'a'),
    now: () => NOW,
    ...more,
  };
}

/** What the home page gets of a project without any retro. */
export function aHome(more: Partial<HomeAnswer> = {}): HomeAnswer & { ok: true } {
  const team = firstTeam('10000', 'Sunrise', 'Europe/Berlin');
  return {
    ok: true,
    teams: [team],
    team,
    open: [],
    closed: { rows: [], cursor: null },
    actions: [],
    may: { start: true, changeTeam: true },
    now: NOW,
    ...more,
  };
}

/** Draws a room on a page, and waits for what it reads. */
export async function drawRoom(page: Page, room: ReactElement): Promise<void> {
  flagStore.snapshot().forEach((flag) => dismissFlag(flag.id));
  render(
    <PageContext.Provider value={page}>
      <Navigation>{room}</Navigation>
      <FlagHost />
    </PageContext.Provider>,
  );
  await settle();
}

/** Lets everything asked for be answered. */
export const settle = (): Promise<void> => act(async () => void (await new Promise((done) => setTimeout(done, 0))));
