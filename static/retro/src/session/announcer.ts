import type { Answer } from '#contract/api';
import type { Command } from '#contract/commands';
import type { RetroEvent, Revisions } from '#contract/events';
import { shardsOf } from './command-facts';
import type { Random, Timers } from './ports';

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5000;
const ATTEMPTS = 6;

interface Silent {
  commands: string[];
  /** Revisions the commands led to, by shard. */
  shards: Map<number, number>;
}

export interface AnnouncerHost {
  announce(shards: number[], commands: string[]): Promise<Answer<object>>;
  renew(): Promise<boolean>;
}

/** Repeats the broadcasts of own commands that were refused, until some event tells of them. */
export class Announcer {
  private silent: Silent | null = null;
  private attempts = 0;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly host: AnnouncerHost,
    private readonly ports: { timers: Timers; random: Random },
  ) {}

  /** These commands were carried out, but nobody was told. `revisions`: what is held now. */
  unannounced(commands: readonly Command[], revisions: Revisions): void {
    const silent: Silent = this.silent ?? { commands: [], shards: new Map() };
    silent.commands.push(...commands.map((command) => command.id));
    for (const shard of commands.flatMap(shardsOf)) silent.shards.set(shard, revisions[shard + 2] ?? -1);
    this.silent = silent;
    this.attempts = 0;
    this.plan();
  }

  /** An event may cover them: by the commands it names, or by a tail that reaches over their revisions. */
  heard(event: RetroEvent): void {
    const { silent } = this;
    if (!silent) return;
    const named = new Set(event.commands);
    const told = event.shards ?? [];
    silent.commands = silent.commands.filter((id) => !named.has(id));
    for (const { shard, rev, tail } of told)
      if (reaches(silent.shards.get(shard), rev, tail[0]?.rev)) silent.shards.delete(shard);
    if (silent.commands.length === 0 || (silent.shards.size === 0 && told.length > 0)) this.rest();
  }

  stop(): void {
    this.rest();
  }

  private rest(): void {
    this.silent = null;
    this.cancel?.();
    this.cancel = null;
  }

  private plan(): void {
    if (this.cancel) return;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.attempts) * (1 + this.ports.random.next());
    this.cancel = this.ports.timers.set(wait, () => {
      this.cancel = null;
      void this.fire();
    });
  }

  private async fire(): Promise<void> {
    const { silent } = this;
    if (!silent) return;
    this.attempts += 1;
    const answer = await this.host
      .announce([...silent.shards.keys()].slice(0, 20), silent.commands.slice(0, 20))
      .catch(() => null);
    if (answer?.ok === false && answer.refusal.code === 'access/renew') await this.host.renew();
    // The event itself says that it arrived; until then the announcement counts as lost.
    if (this.silent !== silent) return;
    if (this.attempts >= ATTEMPTS) this.rest();
    else this.plan();
  }
}

/** Whether a tail from `first` to `rev` tells of a revision. */
const reaches = (wanted: number | undefined, rev: number, first: number | undefined): boolean =>
  wanted !== undefined && first !== undefined && first <= wanted && wanted <= rev;
