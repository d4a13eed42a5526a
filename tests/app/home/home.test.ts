import { changeAction } from '../../../src/app/home/change-action';
import { createRetro } from '../../../src/app/home/create-retro';
import { discardDraft } from '../../../src/app/home/discard-draft';
import { home, listClosed } from '../../../src/app/home/home';
import { deleteDiscarded } from '../../../src/app/jobs/delete-discarded';
import type { Answer, HomeAnswer, RetroRow } from '../../../src/contract/api';
import type { MemoryWorld } from '../../support/memory-app';
import { PROJECT, Person, TEAM, aRetro, memoryWorld } from '../../support/memory-app';
import { MemoryJira } from '../../support/memory-jira';
import { aRunningRetro, anAction, storedAction, storedReminder } from '../../support/action-items';

const DAY = 24 * 3_600_000;
const NEW = { v: 1, format: 'starfish', title: 'Sprint 12', anonymity: 'anonymous' } as const;

interface HomeWorld {
  world: MemoryWorld;
  jira: MemoryJira;
}

function aWorld(): HomeWorld {
  const world = memoryWorld();
  const jira = new MemoryJira();
  jira.zones.set('ann', 'Asia/Kolkata');
  world.app.jira = jira;
  return { world, jira };
}

const caller = (accountId: string, projectId: string | null = PROJECT) => ({ accountId, projectId });
const id = (n: number): string => `new${String(n).padStart(9, '0')}`;

async function homeOf(it: HomeWorld, accountId: string, request: object = {}): Promise<HomeAnswer> {
  const answer = await home(it.world.as(accountId), caller(accountId), { v: 1, ...request });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer;
}

const start = (it: HomeWorld, accountId: string, more: object = {}, n = 1) =>
  createRetro(it.world.as(accountId), caller(accountId), { ...NEW, id: id(n), ...more });

const codeOf = (answer: Answer<object>): string => (answer.ok ? 'ok' : answer.refusal.code);

describe('a project nobody has used yet', () => {
  test('has a team with its name, in the zone of whoever looks, and nothing is written', async () => {
    const it = aWorld();
    const { team, teams, open, closed, actions, may } = await homeOf(it, 'ann');
    expect(team).toMatchObject({
      id: TEAM,
      name: 'Sunrise',
      projectId: PROJECT,
      timeZone: 'Asia/Kolkata',
      members: [],
    });
    expect([teams, open, closed, actions]).toEqual([[team], [], { rows: [], cursor: null }, []]);
    expect(may).toEqual({ start: true, changeTeam: true });
    expect(it.world.records.rows.size).toBe(0);
  });

  test('that one may not browse is the same as one that does not exist', async () => {
    const it = aWorld();
    it.world.mayBrowse = (accountId) => accountId === 'ann';
    const eve = await home(it.world.as('eve'), caller('eve'), { v: 1 });
    const nowhere = await home(it.world.as('ann'), caller('ann'), { v: 1, teamId: 't000000000000' });
    const unknown = await home(it.world.as('eve'), caller('eve'), { v: 1, teamId: 'p424242' });
    expect(eve).toEqual({ ok: false, refusal: { code: 'access/not-found' } });
    expect([nowhere, unknown]).toEqual([eve, eve]);
    expect(codeOf(await home(it.world.as('ann'), caller('ann', null), { v: 1 }))).toBe('access/not-found');
  });

  test('storage that does not answer is no empty state', async () => {
    const it = aWorld();
    it.world.records.faults.beforeRead = () => 'fail';
    expect(codeOf(await home(it.world.as('ann'), caller('ann'), { v: 1 }))).toBe('storage/unavailable');
  });

  test('Jira that does not answer says so', async () => {
    const it = aWorld();
    it.jira.faults = { project: ['failed'] };
    expect(codeOf(await home(it.world.as('ann'), caller('ann'), { v: 1 }))).toBe('jira/failed');
  });
});

describe('a new retro', () => {
  test('can be entered, is listed, and makes its starter a member', async () => {
    const it = aWorld();
    const answer = await start(it, 'ann');
    expect(answer).toEqual({ ok: true, retroId: `${TEAM}.${id(1)}` });
    const { open, team } = await homeOf(it, 'ben');
    expect(open).toMatchObject([{ title: 'Sprint 12', state: 'lobby', format: 'starfish', facilitators: ['ann'] }]);
    expect(team.members).toEqual(['ann']);
    const ann = new Person(it.world, 'ann', `${TEAM}.${id(1)}`);
    const opened = await ann.open();
    expect(opened.picture.setup?.value.columns).toHaveLength(5);
    expect(opened.picture.head?.value.anonymity).toBe('anonymous');
    expect((await ann.does('advanceStep', { step: 'collect' })).ok).toBe(true);
  });

  test('a repeat gives the same one, also at the same moment', async () => {
    const it = aWorld();
    const answers = await Promise.all([start(it, 'ann'), start(it, 'ann'), start(it, 'ann', { title: 'Other' })]);
    expect(answers.map((answer) => answer.ok && answer.retroId)).toEqual(Array(3).fill(`${TEAM}.${id(1)}`));
    const ann = new Person(it.world, 'ann', `${TEAM}.${id(1)}`);
    const before = await ann.open();
    await start(it, 'ann');
    expect((await ann.open()).wire.channel).toBe(before.wire.channel);
    expect((await homeOf(it, 'ann')).open).toHaveLength(1);
  });

  test('two people starting their first retro at once both become members', async () => {
    const it = aWorld();
    await Promise.all([start(it, 'ann', {}, 1), start(it, 'ben', {}, 2)]);
    const { open, team } = await homeOf(it, 'ann');
    expect(open).toHaveLength(2);
    expect(team.members).toEqual(['ann', 'ben']);
  });

  test('comes to be in one transaction of at most 25 changes, or not at all', async () => {
    const it = aWorld();
    const sizes: number[] = [];
    it.world.records.faults.beforeCommit = (changes) => {
      sizes.push(changes.length);
      return 'fail';
    };
    expect(codeOf(await start(it, 'ann'))).toBe('storage/unavailable');
    expect(sizes).toEqual([25]);
    it.world.records.faults = {};
    expect((await homeOf(it, 'ann')).open).toEqual([]);
    expect(codeOf(await start(it, 'ann'))).toBe('ok');
  });

  test.each([
    [{ title: ' ' }, 'text/empty'],
    [{ title: 'x'.repeat(121) }, 'text/too-long'],
    [{ format: 'made-up' }, 'payload/invalid'],
    [{ votes: { budget: 2, perTopic: 3 } }, 'payload/invalid'],
    [{ id: '../../x' }, 'payload/invalid'],
    [{ anonymity: 'loud' }, 'payload/invalid'],
    [{ facilitator: 'eve' }, 'payload/invalid'],
    [{ v: 99 }, 'contract/reload'],
  ])('%j is refused as %s, and nothing is written', async (more, code) => {
    const it = aWorld();
    expect(codeOf(await start(it, 'ann', more))).toBe(code);
    expect(it.world.records.rows.size).toBe(0);
  });

  test('in somebody else’s project is refused', async () => {
    const it = aWorld();
    it.world.mayBrowse = () => false;
    expect(codeOf(await start(it, 'eve', { teamId: 'p10001' }))).toBe('access/not-found');
    expect(it.world.records.rows.size).toBe(0);
  });
});

describe('drafts', () => {
  test('are seen by those who prepare them only', async () => {
    const it = aWorld();
    await start(it, 'ann', { draft: true });
    expect((await homeOf(it, 'ann')).open).toMatchObject([{ state: 'draft' }]);
    expect((await homeOf(it, 'ben')).open).toEqual([]);
  });

  test('are put away, brought back, and gone after a day', async () => {
    const it = aWorld();
    await start(it, 'ann', { draft: true });
    const retroId = `${TEAM}.${id(1)}`;
    const put = (accountId: string, restore?: boolean) =>
      discardDraft(it.world.as(accountId), caller(accountId), { v: 1, retroId, ...(restore ? { restore } : {}) });
    expect(codeOf(await put('ben'))).toBe('access/denied');
    expect(codeOf(await put('ann'))).toBe('ok');
    expect((await homeOf(it, 'ann')).open).toEqual([]);
    expect(codeOf(await put('ann', true))).toBe('ok');
    expect((await homeOf(it, 'ann')).open).toHaveLength(1);
    await put('ann');
    expect(await deleteDiscarded(it.world.app)).toBe(0);
    it.world.now.value += DAY + 60_000;
    expect(await deleteDiscarded(it.world.app)).toBe(1);
    expect([...it.world.records.rows.keys()].filter((name) => name.includes(id(1)))).toEqual([]);
    expect(codeOf(await put('ann', true))).toBe('access/not-found');
  });

  test('a retro that has begun cannot be put away', async () => {
    const it = aWorld();
    await start(it, 'ann');
    const request = { v: 1, retroId: `${TEAM}.${id(1)}` };
    expect(codeOf(await discardDraft(it.world.as('ann'), caller('ann'), request))).toBe('step/not-now');
  });
});

describe('closed retros', () => {
  async function aHistory(it: HomeWorld, count: number): Promise<void> {
    await aRetro(it.world);
    const row = JSON.parse(it.world.records.rows.get(`retro/${TEAM}.retro0000001`)!) as { attributes: object };
    for (let n = 0; n < count; n += 1) {
      // Three to a minute: a page may end within one.
      const attributes = { ...row.attributes, state: 'closed', at: 1000 + Math.floor(n / 3) };
      it.world.records.rows.set(`retro/${TEAM}.${id(n)}`, JSON.stringify({ ...row, attributes }));
    }
  }

  test('come in pages, newest first, each once, however many there are', async () => {
    const it = aWorld();
    await aHistory(it, 250);
    const first = await homeOf(it, 'ann');
    expect(first.open).toHaveLength(1);
    const rows: RetroRow[] = [...first.closed.rows];
    let { cursor } = first.closed;
    while (cursor !== null) {
      const page = await listClosed(it.world.as('ann'), caller('ann'), { v: 1, teamId: TEAM, cursor });
      if (!page.ok) throw new Error(page.refusal.code);
      rows.push(...page.rows);
      cursor = page.cursor;
    }
    expect(rows).toHaveLength(250);
    expect(new Set(rows.map(({ retroId }) => retroId)).size).toBe(250);
    expect(rows.map(({ at }) => at)).toEqual([...rows.map(({ at }) => at)].sort((a, b) => b - a));
  });

  test('a made-up cursor is a place like any other', async () => {
    const it = aWorld();
    await aHistory(it, 30);
    const page = (cursor: string) => listClosed(it.world.as('ann'), caller('ann'), { v: 1, teamId: TEAM, cursor });
    expect(await page('1005.zzz')).toMatchObject({ ok: true });
    expect(await page('nonsense')).toMatchObject({ ok: true });
    expect(codeOf(await page('x'.repeat(81)))).toBe('payload/invalid');
  });

  test('the home page costs the same after 10 retros and after 200', async () => {
    const it = aWorld();
    await aHistory(it, 200);
    const before = { ...it.world.records.counts };
    await homeOf(it, 'ann');
    expect(it.world.records.counts.queries - before.queries).toBe(3);
    expect(it.world.records.counts.reads - before.reads).toBe(1);
  });
});

describe('action items on the home page', () => {
  test('are the open ones of the team, what is due first, without a date last', async () => {
    const it = await aRunningRetro();
    await anAction(it.ann, { text: 'No date' });
    await anAction(it.ann, { text: 'Later', due: '2026-12-20' });
    await anAction(it.ann, { text: 'Overdue', due: '2026-10-20' });
    const done = await anAction(it.ann, { text: 'Done', due: '2026-10-01' });
    await changeAction(it.world.app, it.ann.caller, { v: 1, action: done, state: 'done' });
    const { actions } = await homeOf(it, 'ann');
    expect(actions.map(({ text }) => text)).toEqual(['Overdue', 'Later', 'No date']);
    expect(JSON.stringify(actions)).not.toContain('projectId');
  });

  test('are changed from there, with their reminder and the board', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann, { text: 'Draft' });
    const change = (accountId: string, more: object) =>
      changeAction(it.world.as(accountId), caller(accountId), { v: 1, action, ...more });
    expect(await change('ben', { text: ' Pair\nmore ', owner: 'ben', due: '2026-11-20' })).toMatchObject({
      ok: true,
      action: { text: 'Pair more', owner: 'ben', due: '2026-11-20' },
    });
    expect(storedReminder(it.world, action)).toMatchObject({ ownerId: 'ben', passed: null });
    expect(it.world.events.at(-1)?.actions).toMatchObject({ [action.slice(-15)]: { text: 'Pair more' } });
    const picture = (await it.ann.open()).picture;
    expect(picture.shards.flatMap(({ items }) => items).find((item) => item.kind === 'action')).toMatchObject({ n: 2 });
    expect(codeOf(await change('ben', { text: ' ' }))).toBe('text/empty');
    expect(codeOf(await change('ben', { text: 'x'.repeat(241) }))).toBe('text/too-long');
    expect(codeOf(await change('ben', { due: '2026-02-30' }))).toBe('action/bad-date');
    expect(codeOf(await change('cid', { state: 'done' }))).toBe('participant/not-joined');
    expect(storedAction(it.world, action)).toMatchObject({ text: 'Pair more', state: 'open' });
    expect(await change('ann', { owner: null })).toMatchObject({ ok: true });
    expect(storedReminder(it.world, action)).toBeNull();
  });

  test('two changes at once are both there', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    await Promise.all([
      changeAction(it.world.app, it.ann.caller, { v: 1, action, owner: 'ben' }),
      changeAction(it.world.app, it.ben.caller, { v: 1, action, due: '2026-11-20' }),
    ]);
    expect(storedAction(it.world, action)).toMatchObject({ owner: 'ben', due: '2026-11-20' });
    expect(storedReminder(it.world, action)).toMatchObject({ ownerId: 'ben', due: '2026-11-20' });
  });
});
