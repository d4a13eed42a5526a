import { actionOf, addAction, closeRetro, seen } from './support/acts';
import { gatherAround, jumpTo } from './support/journey';
import { openRetroSite, type RetroSite } from './support/retro-site';
import type { OutboxMail } from '../../local/types';

const CARDS = { mine: 'The build is slow', theirs: 'Reviews take days' };
const DAY_MS = 86_400_000;

/** Day and hour of a moment where somebody lives. */
function whenAt(at: number, timeZone: string): { day: string; hour: number } {
  const [day = '', time = ''] = new Date(at).toLocaleString('sv-SE', { timeZone }).split(' ');
  return { day, hour: Number(time.slice(0, 2)) };
}

/** The next day but one or later that has working days on both sides, and how many days until all is told. */
function dayInTheWeek(now: number): { before: string; due: string; after: string; days: number } {
  let days = 2;
  while (![2, 3, 4].includes(new Date(now + days * DAY_MS).getUTCDay())) days += 1;
  const dayOf = (offset: number): string => new Date(now + (days + offset) * DAY_MS).toISOString().slice(0, 10);
  return { before: dayOf(-1), due: dayOf(0), after: dayOf(1), days: days + 2 };
}

describe.each(['none', 'all'])('the owners of action items (variants: %s)', (variant) => {
  let retro: RetroSite;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
  });
  afterAll(() => retro.close());

  test('get three mails at nine in their own morning, and none for what is done', async () => {
    const [mara, devon] = await gatherAround(retro, 'Discuss', CARDS);
    await mara.button('Discuss the first topic').click();
    const { before, due, after, days } = dayInTheWeek(retro.site.clock.now());
    const mine = { text: 'Split the build', owner: 'Devon', due };
    const done = { text: 'Buy a faster runner', owner: 'Mara', due };
    for (const action of [mine, done]) {
      await addAction(mara, action);
      await actionOf(mara, action.text).getByRole('button', { name: 'Create Jira issue' }).click();
      await seen(actionOf(mara, action.text).getByRole('link', { name: /^SUN-\d+, To Do$/ }));
    }
    const link = await actionOf(mara, done.text).getByRole('link').getAttribute('href');
    await jumpTo(mara, 'Close', [mara, devon]);
    await closeRetro(mara);
    await completeInJira(String(link).split('/').at(-1) ?? '');
    expect(await retro.complaints()).toEqual([]);
    await Promise.all([mara, devon].map((person) => person.leave()));

    await retro.call('POST', '/local/api/clock', { advance: `P${days}D` });

    const mails = (await retro.call<OutboxMail[]>('GET', '/local/api/outbox')).filter(
      ({ source }) => source === 'notify',
    );
    expect(mails.map(({ to, at }) => ({ to: to.displayName, ...whenAt(at, 'America/New_York') }))).toEqual([
      { to: 'Devon Carter', day: before, hour: 9 },
      { to: 'Devon Carter', day: due, hour: 9 },
      { to: 'Devon Carter', day: after, hour: 9 },
    ]);
    const subjects = mails.map(({ subject }) => subject);
    expect(subjects[0]).toContain('Due tomorrow: Split the build');
    expect(subjects[1]).toContain('Due today: Split the build');
    expect(subjects[2]).toContain('Overdue since');
    expect(await retro.complaints()).toEqual([]);
  });

  /** Moves an issue to Done in Jira, as its owner would there. */
  async function completeInJira(key: string): Promise<void> {
    const path = `/rest/api/3/issue/${key}/transitions`;
    const answer = await retro.site.jira(retro.idOf('Mara'), { method: 'GET', path });
    const { transitions } = (await answer.json()) as { transitions: { id: string; to: { name: string } }[] };
    const id = transitions.find(({ to }) => to.name === 'Done')?.id;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ transition: { id } });
    const moved = await retro.site.jira(retro.idOf('Mara'), { method: 'POST', path, headers, body });
    expect(moved.status).toBe(204);
  }
});
