/**
 * The order of refusal, once, around every command: validate, load, authorize, does the step allow it, rule, write if
 * unchanged, publish, present. Commands that travel together are decided one after the other and written together.
 */
import type { Answer, Outcome, RunAnswer, RunRequest } from '#contract/api';
import { acceptCommand, acceptRun } from '#contract/validate';
import type { Refusal, RefusalCode } from '#domain/refusal';
import { refuse } from '#domain/result';
import type { App, Caller } from '../app';
import { load } from '../live/load';
import { rowChange } from '../live/retro-row';
import { readTicket } from '../live/secrets';
import { wireKey } from '../live/wire';
import type { Change } from '../ports/records';
import { StorageFailure, recordName } from '../ports/records';
import { decideAll } from './decide-all';
import { needsOf } from './needs';
import { settle } from './settle';
import type { Written } from './settle';

const ATTEMPTS = 9;

/** A wait that grows with the attempts, spread by chance: 10 to 30 ms at first, 80 to 240 at last. */
const patience = (app: App, attempt: number): Promise<void> =>
  app.clock.sleep((10 + 20 * app.ids.chance()) * Math.min(8, 2 ** (attempt - 1)));

/** Runs up to 20 commands of one person in one retro; one outcome each. */
export async function run(app: App, caller: Caller, raw: unknown): Promise<Answer<RunAnswer>> {
  const request = acceptRun(raw);
  if (!request.ok) return request;
  const accepted = request.value.commands.map(acceptCommand);
  const commands = accepted.flatMap((one) => (one.ok ? [one.value] : []));
  const result = await attempt(app, caller, { ...request.value, commands });
  if (!result.ok) return result;
  // Outcomes of well-formed commands, with those of the others in their places.
  const outcomes = [...result.value.answer.outcomes];
  const merged = accepted.map((one): Outcome => (one.ok ? (outcomes.shift() ?? { ok: true }) : one));
  return { ok: true, ...result.value.answer, outcomes: merged };
}

type Attempted = { ok: true; value: { answer: RunAnswer } } | { ok: false; refusal: Refusal };

async function attempt(app: App, caller: Caller, request: RunRequest): Promise<Attempted> {
  let trouble: Refusal = { code: 'conflict/try-again' };
  for (let n = 1; n <= ATTEMPTS; n += 1) {
    try {
      const written = await once(app, caller, request, n > 1);
      if (!written.ok) return written;
      if (written.value !== 'conflict')
        return { ok: true, value: { answer: await settle(app, request, written.value) } };
      trouble = { code: 'conflict/try-again' };
      app.log('conflict', { attempt: n });
    } catch (error) {
      // Nobody knows whether a failed write happened: the next attempt finds its traces, if it did.
      if (!(error instanceof StorageFailure)) throw error;
      trouble = { code: error.kind === 'throttled' ? 'storage/throttled' : 'storage/unavailable' };
      app.log('storage-failure', { kind: error.kind, attempt: n });
      if (n >= 4) break;
    }
    await patience(app, n);
  }
  return { ok: false, refusal: trouble };
}

type Once = { ok: true; value: Written | 'conflict' } | { ok: false; refusal: Refusal };

/** Refusals that follow from the command alone: no fresher reading could turn them. */
const CERTAIN: readonly RefusalCode[] = ['text/empty', 'text/too-long', 'group/same-card', 'action/bad-date'];

const mightTurn = (outcome: Outcome): boolean => !outcome.ok && !CERTAIN.includes(outcome.refusal.code);

/** A quick reading may be a moment old: what it would refuse is decided once more, on a strict one. */
async function once(app: App, caller: Caller, request: RunRequest, strict: boolean): Promise<Once> {
  const result = await decideAndWrite(app, caller, request, strict);
  return result === 'doubtful' ? once(app, caller, request, true) : result;
}

async function decideAndWrite(
  app: App,
  caller: Caller,
  request: RunRequest,
  strict: boolean,
): Promise<Once | 'doubtful'> {
  const { retroId } = request;
  const needs = needsOf(request.commands);
  const loaded = await load(app, retroId, needs.parts, { strict, extra: [wireKey(retroId), ...needs.extra] });
  // Missing and foreign look the same: nobody gets a valid ticket for either, `renew` says why.
  if (!loaded) return strict ? refuse('access/renew') : 'doubtful';
  const { doc, records } = loaded;
  const ticket = await readTicket(app, doc.head, caller.accountId, request.ticket);
  if (!ticket) return strict ? refuse('access/renew') : 'doubtful';
  if (doc.behindClose) return { ok: true, value: 'conflict' };
  const decided = await decideAll(app, caller, loaded, request.commands, { joined: ticket.joined, strict });
  if (!strict && (decided.idle || decided.outcomes.some(mightTurn))) return 'doubtful';
  return write(app, caller, request, { doc, records, joined: ticket.joined, ...decided }, strict);
}

async function write(app: App, caller: Caller, request: RunRequest, written: Written, strict: boolean): Promise<Once> {
  const { doc } = written;
  const row = rowChange(doc);
  const changes = withoutIdleChecks([...doc.changes(), ...written.changes, ...(row ? [row] : [])]);
  if (changes.length === 0) return { ok: true, value: written };
  if (changes.length > 25) return halve(app, caller, request, strict);
  return (await app.records.commit(changes)) === 'done'
    ? { ok: true, value: written }
    : { ok: true, value: 'conflict' };
}

/** More than one transaction can hold: the first half of the commands now, the rest stays for its own turn. */
async function halve(app: App, caller: Caller, request: RunRequest, strict: boolean): Promise<Once> {
  if (request.commands.length === 1) return refuse('payload/invalid', { at: 'size' });
  const half = Math.ceil(request.commands.length / 2);
  const first = await once(app, caller, { ...request, commands: request.commands.slice(0, half) }, strict);
  if (!first.ok || first.value === 'conflict') return first;
  const rest = await attempt(app, caller, { ...request, commands: request.commands.slice(half) });
  const outcomes: Outcome[] = rest.ok
    ? rest.value.answer.outcomes
    : request.commands.slice(half).map((): Outcome => rest);
  return { ok: true, value: { ...first.value, outcomes: [...first.value.outcomes, ...outcomes] } };
}

/** Each record once: what is written under its own condition need not be checked besides (who votes and closes the round in one batch). */
function withoutIdleChecks(changes: readonly Change[]): Change[] {
  const written = new Set(changes.filter((change) => change.op !== 'check').map((change) => recordName(change.at)));
  return changes.filter((change) => change.op !== 'check' || !written.has(recordName(change.at)));
}
