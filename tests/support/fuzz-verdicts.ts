/** What must hold after a random retro; each answers what does not, in words. */
import type { OpenRetroAnswer } from '../../src/contract/api';
import type { Ballot } from '../../src/domain/ballot';
import { tally, used } from '../../src/domain/ballot';
import { commandOfItem } from '../../src/domain/ids';
import type { Shard, StoredCard } from '../../src/domain/items';
import type { PublicItem } from '../../src/domain/present-retro';
import type { RetroView } from '../../static/retro/src/session/types';
import type { FuzzRun } from './fuzz-run';
import type { Asked } from './ledger';
import type { Client } from './live-world';
import {
  storedBallots,
  storedCards,
  storedHeadOf,
  storedItems,
  storedSetupOf,
  storedShards,
  storedText,
} from './stored';

const byId = (items: Iterable<PublicItem>): [string, PublicItem][] =>
  [...items]
    .filter((item) => item.kind !== 'gone')
    .map((item): [string, PublicItem] => [item.id, item])
    .sort(([x], [y]) => (x < y ? -1 : 1));

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Text in which the order of an object's fields does not matter. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );

type Compare = (what: string, seen: unknown, stored: unknown) => void;

async function disagreement(run: FuzzRun, client: Client, counted: boolean): Promise<string[]> {
  const truth = await run.truthFor(client.accountId);
  const view = client.session.view();
  const label = `${client.accountId} (${run.clients.indexOf(client)})`;
  const wrong: string[] = [];
  const compare: Compare = (what, seen, stored) => {
    if (!same(seen, stored)) wrong.push(`${label} sees ${what} ${canonical(seen)} instead of ${canonical(stored)}`);
  };
  compareItems(compare, view, truth);
  compare('head', view.head, truth.picture.head?.value);
  compare('setup', view.setup, truth.picture.setup?.value);
  compare('actions', view.actions, truth.picture.actions);
  if (view.head.state === 'running') compareVotes(compare, view, truth, counted);
  if (view.waiting > 0 || view.connection !== 'live')
    wrong.push(`${label} waits for ${view.waiting} answers, ${view.connection}`);
  return wrong;
}

function compareItems(compare: Compare, view: RetroView, truth: OpenRetroAnswer): void {
  const real = new Map(byId(truth.picture.shards.flatMap((shard) => shard.items)));
  const seen = new Map(byId(view.items.values()));
  for (const id of new Set([...real.keys(), ...seen.keys()])) compare(`item ${id}`, seen.get(id), real.get(id));
}

function compareVotes(compare: Compare, view: RetroView, truth: OpenRetroAnswer, counted: boolean): void {
  const votesOf = (ballot: Ballot | null): Ballot['votes'] => ballot?.votes ?? {};
  compare('ballot', votesOf(view.ballot), votesOf(truth.me.ballot));
  if (!counted || !truth.cast) return;
  const cast = Object.values(truth.cast.byTag).reduce((sum, n) => sum + n, 0);
  compare('votes cast', view.cast?.used, cast);
}

/** Every client shows what the server shows to somebody who opens the retro now. */
export async function agreement(run: FuzzRun): Promise<string[]> {
  const all: string[] = [];
  for (const client of run.clients) all.push(...(await disagreement(run, client, true)));
  return all;
}

/**
 * The same for people with one tab, none of whom has come back to the page: what two tabs of one person cannot know of each
 * other, and votes that nobody was told of, they learn only then.
 */
export async function agreementAtRest(run: FuzzRun): Promise<string[]> {
  const all: string[] = [];
  for (const client of run.clients.filter((one) => hasOneTab(run, one.accountId)))
    all.push(...(await disagreement(run, client, false)));
  return all;
}

const hasOneTab = (run: FuzzRun, accountId: string): boolean =>
  run.accounts.filter((one) => one === accountId).length === 1;

const last = (entries: readonly Asked[]): Asked | undefined =>
  entries.reduce<Asked | undefined>((best, one) => (!best || one.answeredAs > best.answeredAs ? one : best), undefined);

/** Commands whose answer never came (the tab was closed) may or may not have been carried out. */
const isCertain = (run: FuzzRun, item: string): boolean =>
  !run.ledger.asked.some((one) => one.item === item && one.outcome === null);

/** What was acknowledged and is not there exactly once. */
export function keptPromises(run: FuzzRun): string[] {
  const { ledger, live } = run;
  const broken: string[] = [];
  const stored = storedItems(live.world);
  const count = (id: string): number => stored.filter((item) => item.id === id).length;
  for (const asked of [...ledger.done('addCard'), ...ledger.done('createActionItem')])
    if (count(asked.item) !== 1) broken.push(`${asked.item} is there ${count(asked.item)} times`);
  for (const card of storedCards(live.world)) {
    const author = ledger.authorOf(card.id);
    if (author === undefined || !hasOneTab(run, author) || !isCertain(run, card.id)) continue;
    const text = last(
      ledger.asked.filter(
        (one) => one.item === card.id && one.token !== '' && one.outcome?.ok && one.accountId === author,
      ),
    );
    if (text && text.token !== card.text) broken.push(`${card.id} says ${card.text} instead of ${text.token}`);
  }
  return [...broken, ...brokenVotes(run)];
}

function brokenVotes(run: FuzzRun): string[] {
  const { world } = run.live;
  const { voting } = storedHeadOf(world);
  if (!voting) return [];
  const broken: string[] = [];
  const ballots = storedBallots(world, voting.round);
  for (const [who, ballot] of ballots) {
    const over = used(ballot) > voting.budget || Object.values(ballot.votes).some((n) => n > voting.perTopic || n < 1);
    if (over) broken.push(`ballot ${who} is over the limit`);
  }
  for (const result of storedSetupOf(world).results) {
    const counted = tally(storedBallots(world, result.round).values());
    if (!same(counted, result.totals))
      broken.push(`round ${result.round} says ${canonical(result.totals)} instead of ${canonical(counted)}`);
  }
  for (const accountId of run.accounts.filter((one) => hasOneTab(run, one)))
    broken.push(...forgottenVotes(run, accountId, voting.round, ballots));
  return broken;
}

/** Of what one person was told about their votes, what the ballot does not say; cards that were grouped meanwhile left out. */
function forgottenVotes(
  run: FuzzRun,
  accountId: string,
  round: number,
  ballots: ReadonlyMap<string, Ballot>,
): string[] {
  const cast = run.ledger.asked.filter(
    (one) => one.name === 'castVote' && one.accountId === accountId && one.round === round,
  );
  if (cast.some((one) => one.outcome === null)) return [];
  const votes = ballots.get(run.secrets.pseudonym(accountId))?.votes ?? {};
  const moved = new Set(
    storedCards(run.live.world).flatMap((card) =>
      (card.group ?? card.was) ? [card.id, `g${card.group}`, `g${card.was}`] : [],
    ),
  );
  return [...new Set(cast.map((one) => one.item))].flatMap((topic) => {
    const told = last(cast.filter((one) => one.item === topic && one.outcome?.ok));
    if (!told || moved.has(topic) || told.count === (votes[topic] ?? 0)) return [];
    return [`${accountId} was told ${told.count} votes on ${topic}, there are ${votes[topic] ?? 0}`];
  });
}

/** What was refused and is there all the same, or whose words are nowhere to be found again. */
export function traces(run: FuzzRun): string[] {
  const text = storedText(run.live.world);
  const items = new Set(storedItems(run.live.world).map((item) => item.id));
  const tray = run.clients.flatMap((client) => client.session.view().tray.map((entry) => entry.text));
  return run.ledger.refused().flatMap((asked) => {
    const what = `${asked.name} ${asked.item} ${asked.token} was refused (${JSON.stringify(asked.outcome)})`;
    if (asked.name === 'addCard' && items.has(asked.item)) return [`${what}, but it is there`];
    if (asked.token === '') return [];
    if (text.includes(`"${asked.token}"`)) return [`${what}, but its text is stored`];
    return tray.includes(asked.token) || supersededBy(run, asked, tray) ? [] : [`${what}, and its text is lost`];
  });
}

/** Whether its author wrote something else in its place before it had left; the later words are kept. */
const supersededBy = (run: FuzzRun, asked: Asked, tray: string[]): boolean =>
  run.ledger.asked.some(
    (later) =>
      later !== asked && later.item === asked.item && later.accountId === asked.accountId && tray.includes(later.token),
  );

const ANONYMOUS_FIELDS = ['column', 'group', 'id', 'kind', 'order', 'text', 'was'];

/** What in the storage of a closed retro tells that two anonymous cards have one author, or who wrote one. */
export function linkable(run: FuzzRun): string[] {
  const { world } = run.live;
  const { state, pepper, voting } = storedHeadOf(world);
  const rounds = Array.from({ length: voting?.round ?? 0 }, (_, n) => n + 1);
  const cards = storedCards(world).filter((card) => card.author === undefined);
  const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
  return [
    ...(state === 'closed' && pepper === null
      ? []
      : [`the retro is ${state}, its pepper ${pepper === null ? 'gone' : 'there'}`]),
    ...rounds
      .filter((round) => storedBallots(world, round).size > 0)
      .map((round) => `ballots of round ${round} are left`),
    ...storedShards(world).flatMap(tellingShard),
    ...cards.flatMap(tellingCard),
    ...(distinct(cards.map((card) => card.order)) ? [] : ['two anonymous cards have one order']),
    ...(distinct(cards.map((card) => commandOfItem(card.id))) ? [] : ['two cards have one token']),
  ];
}

function tellingShard({ items, tail, recent }: Shard): string[] {
  const ids = Object.keys(items);
  return [
    ...(tail.length > 0 || recent.length > 0 ? ['a shard remembers changes or commands'] : []),
    ...(ids.join() === [...ids].sort().join() ? [] : ['a shard keeps the order of writing']),
  ];
}

function tellingCard(card: StoredCard): string[] {
  const odd = Object.keys(card).filter((field) => !ANONYMOUS_FIELDS.includes(field));
  return [
    ...(odd.length > 0 ? [`an anonymous card keeps ${odd.join()}`] : []),
    ...(card.order > 1.5e12 || card.order < 0 ? [`the order of ${card.id} looks like a time`] : []),
  ];
}
