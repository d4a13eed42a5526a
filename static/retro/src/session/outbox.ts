import type { Answer, Outcome, RunAnswer } from '#contract/api';
import type { Command } from '#contract/commands';
import type { Refusal, RefusalCode } from '#domain/refusal';
import { sameTarget } from './command-facts';
import type { Random, Timers } from './ports';
import { growing } from './waits';

/** Commands that travel in one invocation. */
const BATCH = 20;
/** How often a command is tried again when the storage asks for patience. */
const PATIENCE = 5;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;

export interface Entry {
  command: Command;
  /** Server time at which it was given. */
  at: number;
  settle: ((outcome: Outcome) => void)[];
  /** It has left at least once. */
  sent: boolean;
  /** An attempt's outcome is unknown: it may have been carried out, so it is asked about until the server knows. */
  uncertain: boolean;
  refusals: number;
}

export interface OutboxHost {
  /** Rejects when nobody knows whether it was carried out. */
  run(commands: Command[]): Promise<Answer<RunAnswer>>;
  renew(): Promise<boolean>;
  /** The revision its shard has: what tells a late repetition from a new command. */
  baseOf(command: Command): number | undefined;
  /** An answer came; its picture must be taken before the commands count as settled. */
  answered(answer: RunAnswer, commands: Command[]): void;
  settled(entry: Entry, outcome: Outcome): void;
  /** The retro is gone, or this page too old: nothing more can be sent. */
  ended(refusal: Refusal): void;
  changed(): void;
}

const WAIT: readonly RefusalCode[] = ['storage/throttled', 'storage/unavailable', 'conflict/try-again'];
const END: readonly RefusalCode[] = ['contract/reload', 'access/not-found'];

/** Whether nothing more can be asked after this refusal: the page is too old, or the retro not there for this person. */
export const endsSession = ({ code }: Refusal): boolean => END.includes(code);

/** Commands on their way, in order: one invocation at a time, what piles up meanwhile travels together. */
export class Outbox {
  entries: Entry[] = [];
  /** Attempts in a row that got no answer. */
  failures = 0;
  private inFlight = 0;
  private waits = 0;
  private limit = BATCH;
  private cancelWait: (() => void) | null = null;
  private stopped = false;
  private open = false;

  constructor(
    private readonly host: OutboxHost,
    private readonly timers: Timers,
    private readonly random: Random,
  ) {}

  /** Puts a command in line; a change of the same thing that has not left yet takes the place of the one before it. */
  add(command: Command, at: number): Promise<Outcome> {
    return new Promise((resolve) => {
      const last = this.entries.at(-1);
      if (last && !last.sent && sameTarget(last.command, command)) {
        last.command = command;
        last.settle.push(resolve);
      } else {
        this.entries.push({ command, at, settle: [resolve], sent: false, uncertain: false, refusals: 0 });
      }
      this.flush();
    });
  }

  /** The retro has been opened: from now on commands leave. */
  start(): void {
    this.open = true;
    this.flush();
  }

  /** Sends now what is waiting, also before a wait is over: the network came back. */
  hurry(): void {
    this.cancelWait?.();
    this.cancelWait = null;
    this.flush();
  }

  /** Everything given up: each command is settled with this refusal. */
  refuseAll(refusal: Refusal): void {
    for (const entry of this.entries.splice(0)) this.finish(entry, { ok: false, refusal });
  }

  stop(): void {
    this.stopped = true;
    this.cancelWait?.();
  }

  private flush(): void {
    if (!this.open || this.stopped || this.inFlight > 0 || this.cancelWait || this.entries.length === 0) return;
    const batch = this.entries.slice(0, this.limit);
    this.inFlight = batch.length;
    for (const entry of batch) this.prepare(entry);
    void this.send(batch);
  }

  private prepare(entry: Entry): void {
    if (entry.sent) return;
    entry.sent = true;
    const base = this.host.baseOf(entry.command);
    if (base !== undefined) entry.command = { ...entry.command, base };
  }

  private async send(batch: Entry[]): Promise<void> {
    const commands = batch.map((entry) => entry.command);
    try {
      const answer = await this.host.run(commands);
      this.inFlight = 0;
      if (this.stopped) return;
      this.failures = 0;
      if (answer.ok) this.take(answer, batch);
      else await this.refused(answer.refusal, batch);
    } catch {
      this.inFlight = 0;
      if (this.stopped) return;
      for (const entry of batch) entry.uncertain = true;
      this.failures += 1;
      // Whatever makes the function fail may be one of them: alone it holds up nobody else.
      if (this.failures > 2) this.limit = 1;
      this.wait();
    }
    this.host.changed();
    this.flush();
  }

  private take(answer: RunAnswer, batch: Entry[]): void {
    this.host.answered(
      answer,
      batch.filter((_, i) => answer.outcomes[i]?.ok).map((entry) => entry.command),
    );
    this.limit = BATCH;
    let again = false;
    batch.forEach((entry, i) => {
      const outcome = answer.outcomes[i];
      if (outcome && (outcome.ok || !this.mayRetry(entry, outcome.refusal))) this.settle(entry, outcome);
      else again = true;
    });
    if (again) this.wait();
    else this.waits = 0;
  }

  /** Whether a refused command goes again by itself: one that may have been carried out does until the server knows. */
  private mayRetry(entry: Entry, refusal: Refusal): boolean {
    if (refusal.code === 'storage/unavailable') entry.uncertain = true;
    if (refusal.code !== 'access/renew' && !WAIT.includes(refusal.code)) return false;
    entry.refusals += 1;
    return entry.uncertain || entry.refusals <= PATIENCE;
  }

  private async refused(refusal: Refusal, batch: Entry[]): Promise<void> {
    if (endsSession(refusal)) {
      this.stop();
      this.host.ended(refusal);
    } else if (refusal.code === 'access/renew') {
      await this.renew(batch);
    } else if (WAIT.includes(refusal.code)) {
      for (const entry of batch) if (!this.mayRetry(entry, refusal)) this.settle(entry, { ok: false, refusal });
      this.wait();
    } else if (batch.length > 1) {
      // One of them spoils the whole: alone it will spoil only itself.
      this.limit = 1;
    } else {
      for (const entry of batch) this.settle(entry, { ok: false, refusal });
      this.limit = BATCH;
    }
  }

  private async renew(batch: Entry[]): Promise<void> {
    this.inFlight = batch.length;
    const renewed = await this.host.renew();
    this.inFlight = 0;
    for (const entry of batch) entry.refusals += 1;
    if (!renewed || batch.some((entry) => entry.refusals > 2)) this.wait();
  }

  private wait(): void {
    const ms = growing(this.random, Math.min(this.waits, 10), FIRST_WAIT_MS, LONGEST_WAIT_MS);
    this.waits += 1;
    this.cancelWait = this.timers.set(ms, () => {
      this.cancelWait = null;
      this.flush();
    });
  }

  private settle(entry: Entry, outcome: Outcome): void {
    this.entries = this.entries.filter((other) => other !== entry);
    this.finish(entry, outcome);
  }

  private finish(entry: Entry, outcome: Outcome): void {
    this.host.settled(entry, outcome);
    for (const settle of entry.settle) settle(outcome);
  }
}
