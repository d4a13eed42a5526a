import type { ApiName } from '#contract/api';
import { itemId } from '#domain/ids';
import { BUILD_MS, openAttackSite, type AttackSite } from './support/attack-site';
import { validRequests, type Loot } from './support/payloads';
import { startRetro, type Voice } from './support/voice';

let site: AttackSite;
let mara: Voice;
let secret: Loot;
const idOf = (name: string): string => site.idOf(name);

/** Mara's retro in Moonlight, a project Priya does not know of. */
beforeAll(async () => {
  site = await openAttackSite();
  mara = await startRetro(site, idOf('Mara'), 'MOON');
  await mara.does('advanceStep', { step: 'collect' });
  const column = (await mara.open()).picture.setup?.value.columns[0]?.id ?? '';
  const card = itemId(1, await mara.does('addCard', { shard: 1, column, text: 'Nobody of Sunrise may read this' }));
  const other = itemId(2, await mara.does('addCard', { shard: 2, column, text: 'Nor this' }));
  await mara.does('advanceStep', { step: 'discuss' });
  const wish = { shard: 5, topic: null, topicTitle: '', text: 'A secret plan', owner: null, due: null };
  const action = `${mara.retroId}.${itemId(5, await mara.does('createActionItem', wish))}`;
  const teamId = mara.retroId.slice(0, mara.retroId.indexOf('.'));
  secret = {
    retroId: mara.retroId,
    teamId,
    ticket: mara.ticket(),
    card,
    other,
    action,
    column,
    account: idOf('Priya'),
  };
}, BUILD_MS);
afterAll(() => site.close());

/** The same requests about a retro, a team and an action nobody ever made. */
const invented = (loot: Loot): Loot => ({
  ...loot,
  retroId: 'p10777.zzzzzzzzzzzz',
  teamId: 'p10777',
  action: 'p10777.zzzzzzzzzzzz.05-zzzzzzzzzzzz',
});

const requests = (loot: Loot): { key: ApiName; payload: unknown }[] => validRequests(loot);

it.each(['Priya', 'Noor'])(
  'tells %s the same about a retro of a foreign project as about one that does not exist, and writes nothing',
  async (name) => {
    const before = await site.storage();
    const foreign = requests(secret);
    const nowhere = requests(invented(secret));
    for (const [i, { key, payload }] of foreign.entries()) {
      // From one's own project's page, and from one that pretends to be the other's.
      for (const projectKey of ['SUN', 'MOON']) {
        const answer = await site.ask(idOf(name), key, payload, projectKey);
        const expected = await site.ask(idOf(name), key, nowhere[i]?.payload, projectKey);
        expect([key, projectKey, answer]).toEqual([key, projectKey, expected]);
        expect(answer).toMatchObject({ ok: true, value: { ok: false } });
      }
    }
    expect(await site.storage()).toBe(before);
  },
);

it('shows a member of both projects what is hidden from the other, so that the attack above had something to find', async () => {
  expect(JSON.stringify(await mara.open())).toContain('Nobody of Sunrise may read this');
});

it('believes no ticket that was made for somebody else or changed', async () => {
  const priya = idOf('Priya');
  const [expires = '', , mac = ''] = secret.ticket.split('.');
  const forged = [
    secret.ticket,
    `${expires}.v.${mac}`,
    `zzzzzzzzz.j.${mac}`,
    `${expires}.j.${'0'.repeat(40)}`,
    '..',
    '',
  ];
  for (const ticket of forged) {
    const request = { v: 1, retroId: secret.retroId, ticket, revisions: [] };
    expect(await site.call(priya, 'sync', request)).toEqual({ ok: false, refusal: { code: 'access/renew' } });
  }
});

it.each(['home', 'openRetro', 'run', 'saveTeam'] as const)(
  'refuses 600 KB for %s in the words of the platform',
  async (key) => {
    const answer = await site.ask(idOf('Mara'), key, { v: 1, text: 'x'.repeat(600 * 1024) });
    expect(answer).toEqual({ ok: false, error: expect.stringContaining('500 KB') });
  },
);

it('tells a page of another version to reload, whatever it asks', async () => {
  for (const { key, payload } of requests(secret)) {
    const answer = await site.ask(idOf('Mara'), key, { ...(payload as object), v: 99 });
    expect([key, answer]).toEqual([key, { ok: true, value: { ok: false, refusal: { code: 'contract/reload' } } }]);
  }
});

it('lets nobody in without an account', async () => {
  const before = await site.storage();
  for (const as of [undefined, null, '', 'nobody', '__proto__', 0, {}])
    for (const { key, payload } of requests(secret))
      expect(await site.ask(as, key, payload, 'MOON')).toMatchObject({
        ok: false,
        error: expect.stringContaining('Unknown account'),
      });
  expect(await site.storage()).toBe(before);
});

it('knows no functions but its own', async () => {
  for (const key of ['', 'onHour', 'resolver', 'openretro', 'run ', 'x'.repeat(1000)]) {
    const answer = await site.ask(idOf('Mara'), key, { v: 1 });
    expect([key, answer.ok]).toEqual([key, false]);
    expect(JSON.stringify(answer)).not.toMatch(/\\n\s+at |node_modules/);
  }
});

it('gives nothing away and writes nothing when asked for what every object has', async () => {
  const before = await site.storage();
  for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']) {
    const answer = JSON.stringify(await site.ask(idOf('Noor'), key, { v: 1, retroId: secret.retroId }, 'MOON'));
    expect(answer).not.toMatch(/\\n\s+at |node_modules|Nobody of Sunrise/);
  }
  expect(await site.storage()).toBe(before);
});

it('takes the caller from the platform, never from the payload', async () => {
  const answer = await site.ask(idOf('Priya'), 'home', {
    v: 1,
    accountId: idOf('Mara'),
    context: { accountId: idOf('Mara') },
  });
  expect(answer).toMatchObject({ value: { ok: false, refusal: { code: 'payload/invalid' } } });
});
