/** A person's page in a test: the real board over a real session, the real app in memory behind it. */
import { webcrypto } from 'node:crypto';
import { setImmediate } from 'node:timers';
import { TextDecoder, TextEncoder } from 'node:util';
import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { StepKind } from '../../../src/domain/step';
import { RetroBoard } from '../../../static/retro/src/features/board/retro-board';
import type { Page } from '../../../static/retro/src/features/shell/page';
import { PageContext } from '../../../static/retro/src/features/shell/page';
import { createPeopleStore } from '../../../static/retro/src/features/shell/people-store';
import { SessionContext, useView } from '../../../static/retro/src/session/use-view';
import type { Session } from '../../../static/retro/src/session/types';
import { FlagHost } from '../../../static/retro/src/ui/flag-host';
import { LiveWorld } from '../../support/live-world';
import type { Client } from '../../support/live-world';

Object.assign(globalThis, { TextEncoder, TextDecoder, setImmediate });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
// jsdom has no layout: these are what the browser adds.
Element.prototype.scrollIntoView = () => undefined;
globalThis.CSS ??= { escape: (text: string) => text } as unknown as typeof CSS;

export const NAMES: Record<string, string> = { ann: 'Ann Abel', bob: 'Bob Berg', cy: 'Cy Cole' };

/** What a page of a test can do beside the session; `call` answers what the test says. */
export function aPage(accountId: string, call: Page['call'] = unanswered): Page {
  return {
    accountId,
    siteUrl: 'https://team.example',
    call,
    people: createPeopleStore(async (ids) => new Map(ids.map((id) => [id, { displayName: NAMES[id] ?? id }]))),
    findPeople: async (query: string) =>
      Object.entries(NAMES)
        .filter(([, name]) => name.toLowerCase().includes(query.toLowerCase()))
        .map(([id, name]) => ({ accountId: id, name })),
    now: () => 0,
  } as unknown as Page;
}

const unanswered: Page['call'] = async () => ({ ok: false, refusal: { code: 'storage/unavailable' } }) as never;

/** A retro whose first step has begun, with these people in it; the first facilitates. */
export async function atTheBoard(...names: string[]): Promise<{ live: LiveWorld; people: Client[] }> {
  const live = new LiveWorld(7);
  await live.retro();
  const people = names.map((name) => live.join(name));
  await live.time.until(() => people.every((client) => client.session.view().connection === 'live'));
  void people[0]?.session.send('advanceStep', { step: 'collect' });
  await live.time.until(() => people.every((client) => client.session.view().head.state === 'running'));
  return { live, people };
}

/** Moves everybody, and waits until everybody is there. */
export async function moveTo(live: LiveWorld, people: Client[], step: StepKind): Promise<void> {
  await act(async () => {
    void people[0]?.session.send('advanceStep', { step });
    await live.time.until(() => people.every((client) => client.session.view().head.step.kind === step));
  });
}

/** Lets time pass for everybody while pages are drawn. */
export const pass = (live: LiveWorld, ms: number): Promise<void> => act(async () => live.time.pass(ms));

function Board({ step }: { step: StepKind | undefined }): ReactElement {
  const team = useView((view) => view.head.step.kind);
  return <RetroBoard step={step ?? team} />;
}

/** Draws the board as this person sees it; `step` to look at another one than the team's. */
export function drawBoard(client: Client, options: { step?: StepKind; call?: Page['call'] } = {}): void {
  drawWith(client.session, aPage(client.accountId, options.call), <Board step={options.step} />);
}

/** Draws anything that needs a session and a page. */
export function drawWith(session: Session, page: Page, content: ReactElement): void {
  render(
    <PageContext.Provider value={page}>
      <SessionContext.Provider value={session}>
        {content}
        <FlagHost />
      </SessionContext.Provider>
    </PageContext.Provider>,
  );
}
