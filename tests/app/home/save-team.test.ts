import { createRetro } from '../../../src/app/home/create-retro';
import { home } from '../../../src/app/home/home';
import { saveTeam } from '../../../src/app/home/save-team';
import type { Answer } from '../../../src/contract/api';
import type { Team } from '../../../src/domain/team';
import type { MemoryWorld } from '../../support/memory-app';
import { PROJECT, TEAM, memoryWorld } from '../../support/memory-app';
import { MemoryJira } from '../../support/memory-jira';

function aWorld(): MemoryWorld {
  const world = memoryWorld();
  world.app.jira = new MemoryJira();
  return world;
}

const caller = (accountId: string) => ({ accountId, projectId: PROJECT });
const save = (
  world: MemoryWorld,
  accountId: string,
  team: object,
  more: object = {},
): Promise<Answer<{ team: Team }>> =>
  saveTeam(world.as(accountId), caller(accountId), { v: 1, team: { id: TEAM, ...team }, ...more });
const codeOf = (answer: Answer<object>): string => (answer.ok ? 'ok' : answer.refusal.code);

test('saves what is named and leaves the rest', async () => {
  const world = aWorld();
  const filing = { issueType: '10002', labels: ['retro', 'retro', 'team'], placement: 'backlog' as const };
  expect(await save(world, 'ann', { name: ' The  crew ', filing })).toMatchObject({
    ok: true,
    team: { name: 'The crew' },
  });
  const answer = await save(world, 'ann', {
    members: ['zoe', 'ann', 'ann'],
    agreement: 'Be\nkind',
    timeZone: 'Asia/Tokyo',
    jiraBoards: [3, 3, 7],
  });
  expect(answer).toMatchObject({
    team: {
      name: 'The crew',
      members: ['ann', 'zoe'],
      agreement: 'Be\nkind',
      timeZone: 'Asia/Tokyo',
      jiraBoards: [3, 7],
      filing: { labels: ['retro', 'team'], placement: 'backlog' },
    },
  });
  expect(await save(world, 'ann', { agreement: '' })).toMatchObject({ team: { agreement: '' } });
});

test('a team that has members is changed by them only; one that has none by whoever may browse the project', async () => {
  const world = aWorld();
  expect(codeOf(await save(world, 'ben', { name: 'Crew' }))).toBe('ok');
  const retro = { v: 1, format: 'starfish', title: 'Retro', anonymity: 'named', id: 'new000000001' };
  await createRetro(world.as('ann'), caller('ann'), retro);
  expect(codeOf(await save(world, 'ben', { name: 'Mine' }))).toBe('access/denied');
  expect(codeOf(await save(world, 'ann', { name: 'Ours' }))).toBe('ok');
  world.mayBrowse = () => false;
  expect(codeOf(await save(world, 'ann', { name: 'Lost' }))).toBe('access/not-found');
});

test.each([
  [{ name: '' }, 'text/empty'],
  [{ name: 'x'.repeat(61) }, 'text/too-long'],
  [{ agreement: 'x'.repeat(2001) }, 'text/too-long'],
  [{ timeZone: 'Mars/Olympus' }, 'payload/invalid'],
  [{ members: ['<script>'] }, 'payload/invalid'],
  [{ defaults: { format: 'made-up', anonymity: 'named', votes: { budget: 3, perTopic: 1 } } }, 'payload/invalid'],
  [{ defaults: { format: 'starfish', anonymity: 'named', votes: { budget: 1, perTopic: 3 } } }, 'payload/invalid'],
  [{ filing: { issueType: 'x', labels: [], placement: 'sprint' } }, 'payload/invalid'],
  [{ filing: { issueType: '', labels: ['two words'], placement: 'sprint' } }, 'payload/invalid'],
  [{ projectId: '10001' }, 'payload/invalid'],
])('%j is refused as %s, and nothing is written', async (change, code) => {
  const world = aWorld();
  expect(codeOf(await save(world, 'ann', change))).toBe(code);
  expect(world.records.rows.size).toBe(0);
});

describe('a further team', () => {
  const second = { id: 't000000000001', name: 'Platform' };

  test('belongs to the page’s project and to who made it; the first team stays beside it', async () => {
    const world = aWorld();
    expect(await save(world, 'ann', second, { create: true })).toMatchObject({
      ok: true,
      team: { id: second.id, projectId: PROJECT, members: ['ann'] },
    });
    expect(await save(world, 'ann', second, { create: true })).toMatchObject({ ok: true });
    const answer = await home(world.as('ben'), caller('ben'), { v: 1, teamId: second.id });
    expect(answer).toMatchObject({ ok: true, team: { name: 'Platform' }, may: { start: true, changeTeam: false } });
    expect(answer.ok && answer.teams.map(({ name }) => name)).toEqual(['Platform', 'Sunrise']);
  });

  test('is not made in a project one may not browse, nor taken over from another', async () => {
    const world = aWorld();
    await save(world, 'ann', second, { create: true });
    const elsewhere = { accountId: 'eve', projectId: '10001' };
    world.mayBrowse = (accountId, projectId) => accountId === 'eve' && projectId === '10001';
    (world.app.jira as MemoryJira).projects.set('10001', { id: '10001', key: 'MOON', name: 'Moonlight' });
    const take = await saveTeam(world.as('eve'), elsewhere, { v: 1, team: second, create: true });
    expect(codeOf(take)).toBe('access/not-found');
    const without = await saveTeam(world.as('eve'), elsewhere, {
      v: 1,
      team: { id: 't000000000009', name: '' },
      create: true,
    });
    expect(codeOf(without)).toBe('text/empty');
  });

  test('that nobody made is not there', async () => {
    expect(codeOf(await save(aWorld(), 'ann', second))).toBe('access/not-found');
  });
});

test('two people saving at once both keep what they named', async () => {
  const world = aWorld();
  await save(world, 'ann', { name: 'Crew' });
  await Promise.all([save(world, 'ann', { agreement: 'Be kind' }), save(world, 'ben', { timeZone: 'Asia/Tokyo' })]);
  const answer = await home(world.as('ann'), caller('ann'), { v: 1 });
  expect(answer).toMatchObject({ team: { name: 'Crew', agreement: 'Be kind', timeZone: 'Asia/Tokyo' } });
});
