import { must } from '#domain/assert';
import { until, type BenchPerson } from '../../bench/support/person';
import { BUILD_MS, openAttackSite, type AttackSite } from './support/attack-site';
import { enterRetro } from './support/mortal';
import { startRetro } from './support/voice';

const NAMES = ['Mara', 'Priya', 'Tane', 'Chidi'] as const;
const COLUMNS = 3;

let site: AttackSite;
let retroId: string;
let people: BenchPerson[];
let pseudonyms: string[];
let secrets: string[];

interface Stored {
  entity?: string;
  key: string;
  value: unknown;
}

const stored = async (): Promise<Stored[]> =>
  (await site.get<Stored[]>('/storage')).filter(({ key }) => key.includes(retroId));
const textOf = (name: string, column: number): string => `Only ${name} thinks so ${column}`;

/** Everything a person's pages were told, as one text. */
async function toldTo(name: string): Promise<string> {
  const told = await site.get<{ complete: boolean; entries: { body: string }[] }>(`/traffic?as=${site.idOf(name)}`);
  expect(told.complete).toBe(true);
  return told.entries.map(({ body }) => body).join('\n');
}

const logs = async (): Promise<string> => JSON.stringify(await site.get<unknown>('/logs'));

/** Values of `field` anywhere inside. */
function valuesOf(value: unknown, field: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === field ? [inner] : []),
    ...valuesOf(inner, field),
  ]);
}

/** Every card (`kind: card`) anywhere inside a JSON text or value. */
function cardsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value === 'string') {
    if (!value.includes('card')) return [];
    try {
      return cardsIn(JSON.parse(value) as unknown);
    } catch {
      return [];
    }
  }
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as { kind?: unknown }).kind === 'card' ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap(cardsIn)];
}

const sends = async (person: BenchPerson, ...args: Parameters<BenchPerson['session']['send']>): Promise<void> => {
  expect(await person.session.send(...args)).toEqual({ ok: true });
};

beforeAll(async () => {
  site = await openAttackSite();
  const mara = await startRetro(site, site.idOf('Mara'));
  retroId = mara.retroId;
  people = [];
  for (const [i, name] of NAMES.entries()) people.push(await enterRetro(site, site.idOf(name), retroId, 40 + i));
  const lead = must(people[0], 'lead');
  await sends(lead, 'advanceStep', { step: 'collect' });
  for (const person of people)
    await until(person.session, () => person.session.view().abilities.addCard, 20_000, 'collecting');
  const columns = lead.session.view().setup.columns.map((column) => column.id);
  for (let column = 0; column < COLUMNS; column += 1)
    await Promise.all(
      people.map((person, i) =>
        sends(person, 'addCard', {
          column: must(columns[column], 'column'),
          text: textOf(must(NAMES[i], 'name'), column),
        }),
      ),
    );
  const items = await stored();
  pseudonyms = [...new Set(items.flatMap(({ value }) => valuesOf(value, 'by')))].map(String);
  secrets = items.flatMap(({ value }) => [...valuesOf(value, 'pepper'), ...valuesOf(value, 'ticketKey')]).map(String);
}, BUILD_MS);
afterAll(async () => {
  for (const person of people) person.leave();
  await site.close();
});

it('keeps a pseudonym beside each card while the retro runs, so that there is something to betray', () => {
  expect(pseudonyms).toHaveLength(NAMES.length);
  expect(secrets).toHaveLength(2);
});

it('tells nobody what others wrote before it is revealed, not even with a beat or to who comes late', async () => {
  for (const person of people) person.session.view();
  const request = { v: 1, retroId, ticket: '' };
  for (const name of NAMES) await site.call(site.idOf(name), 'openRetro', request);
  for (const name of NAMES) {
    const told = await toldTo(name);
    expect(told).toContain(textOf(name, 0));
    for (const other of NAMES) if (other !== name) expect(told).not.toContain(`Only ${other} thinks so`);
  }
});

it('names no author, pseudonym or key of the retro in anything anybody is told, from reveal to close', async () => {
  const lead = must(people[0], 'lead');
  const columns = lead.session.view().setup.columns.map((column) => column.id);
  await sends(lead, 'advanceStep', { step: 'reveal' });
  await sends(lead, 'revealCards', { columns });
  for (const { session } of people)
    await until(
      session,
      () =>
        [...session.view().items.values()].filter((item) => item.kind === 'card' && item.text !== null).length ===
        NAMES.length * COLUMNS,
      20_000,
      'every text',
    );
  await sends(lead, 'advanceStep', { step: 'vote' });
  await sends(lead, 'openVoting', { budget: 3, perTopic: 2 });
  const cards = [...lead.session.view().items.values()].filter((item) => item.kind === 'card');
  for (const { session } of people) await until(session, () => session.view().abilities.castVote, 20_000, 'the round');
  await Promise.all(
    people.map((person, i) => sends(person, 'castVote', { card: must(cards[i], 'card').id, count: 2 })),
  );
  await sends(lead, 'closeVoting', {});
  await sends(lead, 'advanceStep', { step: 'discuss' });
  await sends(lead, 'closeRetro', {});
  for (const { session } of people)
    await until(session, () => session.view().head.state === 'closed', 20_000, 'the end');

  const accounts = site.site.users().map((user) => user.accountId);
  for (const name of NAMES) {
    const told = await toldTo(name);
    for (const secret of [...pseudonyms, ...secrets]) expect(told).not.toContain(secret);
    const { entries } = await site.get<{ entries: { body: string }[] }>(`/traffic?as=${site.idOf(name)}`);
    const shown = entries.flatMap(({ body }) => cardsIn(body));
    expect(shown.length).toBeGreaterThan(NAMES.length);
    for (const card of shown) {
      expect(
        Object.keys(card).filter(
          (field) => !['kind', 'id', 'column', 'text', 'order', 'mine', 'group', 'was'].includes(field),
        ),
      ).toEqual([]);
      expect(accounts.filter((account) => JSON.stringify(card).includes(account))).toEqual([]);
    }
    // Marked as one's own: one's own, and nothing else.
    for (const card of shown) if (card['mine']) expect(card['text']).toContain(`Only ${name} thinks so`);
  }
});

it('logs no text, no account and no pseudonym', async () => {
  const lines = await logs();
  const never = [...pseudonyms, ...secrets, 'thinks so', ...NAMES.map((name) => site.idOf(name))];
  expect(never.filter((word) => lines.includes(word))).toEqual([]);
});

it('keeps nothing after the close that ties a card to a person or to another card', async () => {
  const items = await stored();
  const all = await site.storage();
  expect([...pseudonyms, ...secrets.slice(0, 1)].filter((secret) => all.includes(secret))).toEqual([]);
  // Ballots and gates of the round are gone.
  expect(items.filter(({ key }) => /:[bg]\d+:/.test(key))).toEqual([]);

  const cards = items.flatMap(({ value }) => cardsIn(value));
  expect(cards).toHaveLength(NAMES.length * COLUMNS);
  const tokens = cards.map((card) =>
    Object.entries(card)
      .filter(([field]) => !['kind', 'column', 'text'].includes(field))
      .map(([, token]) => String(token)),
  );
  // Ids and places are each card's own: no two share one.
  expect(new Set(tokens.flat()).size).toBe(tokens.flat().length);
  const ids = cards.map((card) => String(card['id']));
  expect(new Set(ids.map((id) => id.slice(3, 9))).size).toBe(ids.length);
  for (const name of NAMES) for (const card of cards) expect(JSON.stringify(card)).not.toContain(site.idOf(name));
});
