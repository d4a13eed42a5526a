import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { Navigation } from '../../../../static/retro/src/features/shell/navigation';
import { PageContext } from '../../../../static/retro/src/features/shell/page';
import { RetroFrame } from '../../../../static/retro/src/features/shell/retro-frame';
import { participantsOf } from '../../../../static/retro/src/features/shell/use-participants';
import { SessionContext } from '../../../../static/retro/src/session/use-view';
import { FlagHost } from '../../../../static/retro/src/ui/flag-host';
import { LiveWorld } from '../../../support/live-world';
import type { Client } from '../../../support/live-world';
import { aTestPage } from '../../a-page';
import { atTheBoard, moveTo, pass } from '../room';

async function draw(client: Client): Promise<void> {
  const page = aTestPage({}, { accountId: client.accountId });
  render(
    <PageContext.Provider value={page}>
      <Navigation>
        <SessionContext.Provider value={client.session}>
          <RetroFrame />
          <FlagHost />
        </SessionContext.Provider>
      </Navigation>
    </PageContext.Provider>,
  );
  // The rooms are chunks of their own.
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
  });
}

async function inTheLobby(...names: string[]): Promise<{ live: LiveWorld; people: Client[] }> {
  const live = new LiveWorld(3);
  await live.retro();
  const people = names.map((name) => live.join(name));
  await live.time.until(() =>
    people.every((client) => participantsOf(client.session.view().items).length === names.length),
  );
  return { live, people };
}

const agenda = (): HTMLElement => screen.getByRole('navigation', { name: 'Agenda' });
const step = (name: string): HTMLElement => within(agenda()).getByRole('button', { name: new RegExp(name) });
const stepOf = (client: Client | undefined): string => client!.session.view().head.step.kind;
const primaries = (): string[] =>
  [...document.querySelectorAll('.button--primary')].map((button) => button.textContent ?? '');

describe('the agenda', () => {
  test('a participant looks around alone, and comes back to the team', async () => {
    const { people } = await atTheBoard('ann', 'bob');
    await draw(people[1]!);
    fireEvent.click(step('Vote'));
    expect(screen.getByText('You are looking at Vote; the team is at Collect.')).toBeTruthy();
    expect(people.map(stepOf)).toEqual(['collect', 'collect']);
    fireEvent.click(screen.getByRole('button', { name: 'Back to the team' }));
    expect(screen.queryByText(/You are looking at/)).toBeNull();
  });

  test('who looks around stays there when the team moves, and is at home when it arrives', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    await draw(people[1]!);
    fireEvent.click(step('Vote'));
    await moveTo(live, people, 'group');
    expect(screen.getByText('You are looking at Vote; the team is at Group.')).toBeTruthy();
    await moveTo(live, people, 'vote');
    expect(screen.queryByText(/You are looking at/)).toBeNull();
  });

  test('the facilitator’s click moves everybody', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    await draw(people[0]!);
    fireEvent.click(step('Group'));
    await pass(live, 2000);
    expect(people.map(stepOf)).toEqual(['group', 'group']);
    expect(step('Group').getAttribute('aria-current')).toBe('step');
  });
});

describe('the facilitator’s bar', () => {
  test('it holds the one primary button, and participants have none', async () => {
    const { people } = await atTheBoard('ann', 'bob');
    await draw(people[0]!);
    const bar = screen.getByRole('region', { name: 'Facilitation' });
    expect(within(bar).getByRole('button', { name: 'Next: Reveal' })).toBeTruthy();
    expect(primaries()).toEqual(['Next: Reveal']);
    cleanup();
    await draw(people[1]!);
    expect(screen.queryByRole('region', { name: 'Facilitation' })).toBeNull();
    expect(primaries()).toEqual([]);
  });

  test('from the lobby it starts the retro for everybody', async () => {
    const { live, people } = await inTheLobby('ann', 'bob');
    await draw(people[0]!);
    expect(await screen.findByText('2 people are here')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Start the retro' }));
    await pass(live, 2000);
    expect(people.map((client) => client.session.view().head.state)).toEqual(['running', 'running']);
  });

  test('facilitation goes to the person who was chosen, who is told', async () => {
    const { live, people } = await atTheBoard('ann', 'bob', 'cy');
    void people[0]!.session.reload();
    await live.time.until(() => participantsOf(people[0]!.session.view().items).length === 3);
    await draw(people[0]!);
    fireEvent.click(screen.getByRole('button', { name: 'Hand over facilitation' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand over facilitation' }));
    fireEvent.click(dialog.getByRole('radio', { name: /Cy Cole/ }));
    fireEvent.click(dialog.getByRole('button', { name: 'Hand over' }));
    await pass(live, 2000);
    expect(people[0]!.session.view().head.facilitators).toEqual(['cy']);
    expect(screen.queryByRole('region', { name: 'Facilitation' })).toBeNull();
    expect(people[2]!.session.view().notice?.kind).toBe('facilitator-gained');
  });

  test('closing asks first, and says what cannot come back', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    await moveTo(live, people, 'close');
    await draw(people[0]!);
    fireEvent.click(screen.getByRole('button', { name: 'Close retro' }));
    expect(people[0]!.session.view().head.state).toBe('running');
    const dialog = within(await screen.findByRole('dialog', { name: 'Close this retro?' }));
    expect(dialog.getByText(/are deleted for good/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Close retro' }));
    await pass(live, 4000);
    expect(people.map((client) => client.session.view().head.state)).toEqual(['closed', 'closed']);
  });
});

describe('the timer', () => {
  test('a machine whose clock is five minutes wrong shows the same time', async () => {
    const { live, people } = await atTheBoard('ann');
    const wrong = live.join('bob', { clockError: 5 * 60_000 });
    await live.time.until(() => wrong.session.view().connection === 'live');
    void people[0]!.session.send('startTimer', { seconds: 480 });
    await live.time.until(() => wrong.session.view().head.timer !== null);
    await live.time.pass(60_500);
    await draw(people[0]!);
    const right = screen.getByRole('timer').getAttribute('aria-label');
    cleanup();
    await draw(wrong);
    expect(right).toMatch(/^(6:59|7:00) left$/);
    expect(screen.getByRole('timer').getAttribute('aria-label')).toBe(right);
  });

  test('its end is seen, and heard by those who listen', async () => {
    const { live, people } = await atTheBoard('ann');
    void people[0]!.session.send('startTimer', { seconds: 2 });
    await live.time.until(() => people[0]!.session.view().head.timer !== null);
    await draw(people[0]!);
    await pass(live, 3000);
    await act(async () => void (await new Promise((done) => setTimeout(done, 1200))));
    expect(screen.getByRole('timer').textContent).toBe('Time is up');
    expect([...document.querySelectorAll('[role="alert"]')].map((node) => node.textContent)).toContain('Time is up');
  });

  test('only the facilitator has hands on it', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    void people[0]!.session.send('startTimer', { seconds: 300 });
    await live.time.until(() => people[1]!.session.view().head.timer !== null);
    await draw(people[1]!);
    expect(screen.getByRole('timer')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
    cleanup();
    await draw(people[0]!);
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await pass(live, 1000);
    expect(screen.getByRole('timer').getAttribute('aria-label')).toMatch(/^Paused at /);
  });
});

test('the connection is told in words, with what waits to be sent', async () => {
  const { live, people } = await atTheBoard('ann');
  await live.time.pass(1000);
  await draw(people[0]!);
  expect(screen.getByText('Live')).toBeTruthy();
  await act(async () => {
    people[0]!.signal('away');
    void people[0]!.session.send('addCard', { column: 'start', text: 'Written in a tunnel' });
  });
  await pass(live, 3000);
  expect(screen.getByText('Offline')).toBeTruthy();
  expect(screen.getByText('1 change waiting')).toBeTruthy();
});

test('a text that came too late waits in the tray until its author decides', async () => {
  const { live, people } = await atTheBoard('ann', 'bob');
  await draw(people[1]!);
  await act(async () => {
    people[1]!.signal('away');
    void people[1]!.session.send('addCard', { column: 'start', text: 'Written in a tunnel' });
  });
  void people[0]!.session.send('advanceStep', { step: 'vote' });
  await pass(live, 2000);
  await act(async () => people[1]!.signal('online'));
  await pass(live, 10_000);
  fireEvent.click(screen.getByRole('button', { name: '1 text was not added' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Not added' }));
  expect(dialog.getByText('Written in a tunnel')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Discard' }));
  expect(people[1]!.session.view().tray).toEqual([]);
});
