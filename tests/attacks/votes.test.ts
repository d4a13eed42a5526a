import { must } from '#domain/assert';
import { itemId } from '#domain/ids';
import { BUILD_MS, openAttackSite, type AttackSite } from './support/attack-site';
import { freshId, startRetro, voiceOf, type Voice } from './support/voice';

const PEOPLE = 8;
const BUDGET = 5;
/** Each tab has its own topics and wants more votes than one person has: 2 x 4 of 5. */
const WISHES = 4;
const TRIES = 40;
const RETRY = new Set(['conflict/try-again', 'storage/throttled', 'storage/unavailable']);

const FAULTS = {
  limits: false,
  failAfterCommit: 0.05,
  throttle: { kvs: 0.03, realtime: 0.1 },
  checkConflicts: true,
  latency: { storageMs: [6, 5], invocationMs: [4, 4] },
  lose: 0.2,
  seed: 20261122,
};

let site: AttackSite;
beforeAll(async () => {
  site = await openAttackSite({ crowd: PEOPLE });
}, BUILD_MS);
afterAll(() => site.close());

/** What became of one vote, as its page would know. */
interface Cast {
  person: number;
  card: string;
  code: string;
  /** An attempt ended without anybody knowing whether it was written. */
  uncertain: boolean;
}

/** As the page does: what cannot be decided now goes again, under the same id. */
async function insist(tab: Voice, person: number, card: string): Promise<Cast> {
  const id = freshId();
  let uncertain = false;
  for (let n = 0; n < TRIES; n += 1) {
    const code = await tab.try('castVote', { card, count: 1 }, id);
    if (!RETRY.has(code)) return { person, card, code, uncertain };
    uncertain ||= code === 'storage/unavailable';
  }
  throw new Error('never decided');
}

async function castAll(tab: Voice, person: number, cards: readonly string[]): Promise<Cast[]> {
  const casts: Cast[] = [];
  for (const card of cards) casts.push(await insist(tab, person, card));
  return casts;
}

async function closeRound(mara: Voice): Promise<void> {
  const id = freshId();
  for (let n = 0; n < TRIES; n += 1) {
    const code = await mara.try('closeVoting', {}, id);
    if (code === 'ok') return;
    if (!RETRY.has(code)) throw new Error(code);
  }
}

async function boardOfTopics(): Promise<{ mara: Voice; cards: string[] }> {
  const mara = await startRetro(site, site.idOf('Mara'));
  await mara.does('advanceStep', { step: 'collect' });
  const column = must((await mara.open()).picture.setup?.value.columns[0], 'column').id;
  const cards: string[] = [];
  for (let n = 0; n < WISHES * 2; n += 1)
    cards.push(itemId(n, await mara.does('addCard', { shard: n, column, text: `Topic ${n}` })));
  await mara.does('advanceStep', { step: 'reveal' });
  await mara.does('revealCards', { columns: [column] });
  await mara.does('advanceStep', { step: 'vote' });
  return { mara, cards };
}

/** Everybody votes in two tabs at once; when `share` of the votes are through, the facilitator closes. */
async function stormAndClose(mara: Voice, cards: readonly string[], closeAfterMs: number): Promise<Cast[]> {
  const members = site.site.users().filter(({ displayName }) => displayName.startsWith('Member'));
  const tabs = await Promise.all(
    members.flatMap(({ accountId }, person) =>
      [0, 1].map(async (n) => ({
        person,
        tab: await voiceOf(site, accountId, mara.retroId),
        own: cards.slice(n * WISHES, (n + 1) * WISHES),
      })),
    ),
  );
  await mara.does('openVoting', { budget: BUDGET, perTopic: 1 });
  await site.post('/adversary', FAULTS);
  const storm = tabs.map(({ person, tab, own }) => castAll(tab, person, own));
  const closing = new Promise((resolve) => setTimeout(resolve, closeAfterMs)).then(() => closeRound(mara));
  const casts = (await Promise.all(storm)).flat();
  await closing;
  await site.post('/adversary', { limits: false });
  return casts;
}

it.each([150, 400, 5000])(
  'counts every vote that was acknowledged and no other, closed after %i ms of the storm',
  async (closeAfterMs) => {
    await site.post('/adversary', { limits: false });
    const { mara, cards } = await boardOfTopics();
    const casts = await stormAndClose(mara, cards, closeAfterMs);

    const { picture } = await mara.open();
    const result = must(picture.setup?.value.results.at(-1), 'result');
    for (const card of cards) {
      const about = casts.filter((cast) => cast.card === card);
      const acknowledged = about.filter((cast) => cast.code === 'ok').length;
      const unknown = about.filter((cast) => cast.code !== 'ok' && cast.uncertain).length;
      const counted = result.totals[card] ?? 0;
      expect({ card, counted, enough: counted >= acknowledged }).toMatchObject({ enough: true });
      expect({ card, counted, tooMany: counted > acknowledged + unknown }).toMatchObject({ tooMany: false });
    }
    expect(result.cast).toBe(Object.values(result.totals).reduce((sum, n) => sum + n, 0));
    expect(result.cast).toBeLessThanOrEqual(result.voters * BUDGET);
    for (let person = 0; person < PEOPLE; person += 1)
      expect(casts.filter((cast) => cast.person === person && cast.code === 'ok').length).toBeLessThanOrEqual(BUDGET);
    const codes = new Set(casts.map((cast) => cast.code));
    for (const code of codes) expect(['ok', 'vote/limit-reached', 'vote/closed', 'step/not-now']).toContain(code);
    // The late closing shows that the budget holds, the early ones that the gate does.
    expect(codes).toContain(closeAfterMs === 5000 ? 'vote/limit-reached' : 'vote/closed');
    if (closeAfterMs === 5000) expect(casts.filter((cast) => cast.code === 'ok')).toHaveLength(PEOPLE * BUDGET);
  },
  60_000,
);
