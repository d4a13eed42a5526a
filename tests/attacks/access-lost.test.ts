import { until } from '../../bench/support/person';
import { BUILD_MS, openAttackSite, type AttackSite } from './support/attack-site';
import { enterRetro } from './support/mortal';
import { startRetro, voiceOf, type Voice } from './support/voice';

let site: AttackSite;
let mara: Voice;
let column: string;

beforeAll(async () => {
  site = await openAttackSite();
  mara = await startRetro(site, site.idOf('Mara'));
  await mara.does('advanceStep', { step: 'collect' });
  column = (await mara.open()).picture.setup?.value.columns[0]?.id ?? '';
}, BUILD_MS);
afterAll(() => site.close());

/** What Jira answers about a project to somebody who was taken out of it, for so many questions. */
const takeOut = (times: number) =>
  site.post('/adversary', {
    limits: false,
    jira: [{ method: 'GET', path: '/rest/api/3/mypermissions', status: 404, times }],
  });
const letIn = () => site.post('/adversary', { limits: false });

it('lets somebody who lost access act for 15 minutes at most, then neither write nor read', async () => {
  const priya = await voiceOf(site, site.idOf('Priya'), mara.retroId);
  await takeOut(1000);
  await site.post('/clock', { advance: 'PT14M' });
  expect(await priya.try('addCard', { shard: 1, column, text: 'Still here' })).toBe('ok');
  await site.post('/clock', { advance: 'PT2M' });
  const before = await site.storage();

  expect(await priya.try('addCard', { shard: 1, column, text: 'Too late' })).toBe('access/renew');
  const { retroId } = mara;
  const asked = { v: 1, retroId, ticket: priya.ticket() };
  const gone = { ok: false, refusal: { code: 'access/not-found' } };
  expect(await site.call(priya.accountId, 'sync', { ...asked, revisions: [] })).toEqual({
    ok: false,
    refusal: { code: 'access/renew' },
  });
  expect(await site.call(priya.accountId, 'renew', { v: 1, retroId })).toEqual(gone);
  expect(await site.call(priya.accountId, 'openRetro', asked)).toEqual(gone);
  expect(await site.storage()).toBe(before);

  await letIn();
  await mara.open();
  expect(await mara.try('addCard', { shard: 2, column, text: 'Mara still may' })).toBe('ok');
});

it('tells the page of somebody who lost access that the retro is not theirs to see, and keeps what they typed', async () => {
  const { session, leave } = await enterRetro(site, site.idOf('Priya'), mara.retroId, 3);
  await takeOut(1000);
  await site.post('/clock', { advance: 'PT16M' });
  void session.send('addCard', { column, text: 'My thought' });
  await until(session, () => session.view().phase === 'gone', 20_000, 'the end');
  expect(session.view().refusal?.code).toBe('access/not-found');
  expect(session.view().tray.map((entry) => entry.text)).toEqual(['My thought']);
  leave();
  await letIn();
});
