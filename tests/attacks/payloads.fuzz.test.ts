import fc from 'fast-check';
import { must } from '#domain/assert';
import { itemId } from '#domain/ids';
import { BUILD_MS, openAttackSite, type AttackSite } from './support/attack-site';
import { faultsOf } from './support/judge';
import { anything, mutated, mutations, validRequests, type Loot, type Mutation } from './support/payloads';
import { startRetro, voiceOf } from './support/voice';

const STEPS = process.env['STERNLIGHT_LONG'] ? 20_000 : 2_000;
const SEED = 20_261_122;
const TOO_LONG_MS = process.env['STERNLIGHT_LONG'] ? 1_200_000 : 90_000;

let site: AttackSite;
let loot: Loot;
const idOf = (name: string): string => site.idOf(name);

/** A retro in its discussion with cards and an action item, as found on somebody's screen. */
async function plunder(): Promise<Loot> {
  const mara = await startRetro(site, idOf('Mara'));
  await voiceOf(site, idOf('Priya'), mara.retroId);
  await mara.does('advanceStep', { step: 'collect' });
  const column = must((await mara.open()).picture.setup?.value.columns[0], 'column').id;
  const card = itemId(1, await mara.does('addCard', { shard: 1, column, text: 'Slow builds' }));
  const other = itemId(2, await mara.does('addCard', { shard: 2, column, text: 'Good lunches' }));
  await mara.does('advanceStep', { step: 'discuss' });
  const wish = { shard: 5, topic: null, topicTitle: '', text: 'Faster builds', owner: null, due: null };
  const action = `${mara.retroId}.${itemId(5, await mara.does('createActionItem', wish))}`;
  const teamId = mara.retroId.slice(0, mara.retroId.indexOf('.'));
  return { retroId: mara.retroId, teamId, ticket: mara.ticket(), card, other, action, column, account: idOf('Priya') };
}

beforeAll(async () => {
  site = await openAttackSite();
  loot = await plunder();
}, BUILD_MS);
afterAll(() => site.close());

const kinds = 13 + 24;
const attack = fc.oneof(
  { weight: 4, arbitrary: fc.record({ which: fc.nat(kinds - 1), mutations }) },
  { weight: 1, arbitrary: fc.record({ which: fc.nat(kinds - 1), payload: anything }) },
);

/** The request an attack means, with the ids of this site. */
function requestOf(step: { which: number; payload?: unknown; mutations?: Mutation[] }, ticket = loot.ticket) {
  const valid = validRequests({ ...loot, ticket });
  const { key, payload } = must(valid[step.which % valid.length], 'request');
  return { key, payload: step.mutations ? mutated(payload, step.mutations) : step.payload };
}

it(
  'gives somebody without permission refusals of the closed list, whatever they send, and never writes',
  async () => {
    const noor = idOf('Noor');
    const before = await site.storage();
    await fc.assert(
      fc.asyncProperty(attack, fc.constantFrom('SUN', 'MOON', undefined), async (step, projectKey) => {
        const { key, payload } = requestOf(step);
        const answer = await site.ask(noor, key, payload, projectKey);
        expect(faultsOf(answer)).toEqual([]);
        expect(answer).toMatchObject({ value: { ok: false } });
        expect((await site.storage()) === before).toBe(true);
      }),
      { numRuns: Math.ceil(STEPS / 2), seed: SEED },
    );
  },
  TOO_LONG_MS,
);

/** The members' retro is closed sooner or later by one of them; this often there is a new one. */
const FRESH_EVERY = 60;

it(
  'answers members with what was done or a refusal of the closed list, whatever they send',
  async () => {
    const people = fc.constantFrom('Mara', 'Priya', 'Sofía', 'Tane');
    let tickets = new Map<string, string>();
    let steps = 0;
    let done = 0;
    const refresh = async (): Promise<void> => {
      loot = await plunder();
      tickets = new Map();
      for (const name of ['Mara', 'Priya', 'Sofía', 'Tane'])
        tickets.set(name, (await voiceOf(site, idOf(name), loot.retroId)).ticket());
    };
    await fc.assert(
      fc.asyncProperty(attack, people, async (step, name) => {
        if (steps++ % FRESH_EVERY === 0) await refresh();
        const { key, payload } = requestOf(step, tickets.get(name));
        const answer = await site.ask(idOf(name), key, payload);
        expect(faultsOf(answer)).toEqual([]);
        if ((answer as { value: { ok: boolean } }).value.ok) done += 1;
      }),
      { numRuns: Math.ceil(STEPS / 2), seed: SEED },
    );
    const bugs = (await site.get<{ text: string }[]>('/logs')).filter((line) => line.text.includes('"event":"bug"'));
    expect(bugs).toEqual([]);
    // Refusals alone would prove little: a good part must have gone through all of the app.
    expect(done).toBeGreaterThan(STEPS / 10);
  },
  TOO_LONG_MS,
);
