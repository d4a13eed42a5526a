import type { Answer, OpenRetroAnswer, RunAnswer, SyncAnswer, Wire } from '#contract/api';
import type { Command } from '#contract/commands';
import type { Revisions } from '#contract/events';
import { CONTRACT_VERSION } from '#contract/version';
import type { SessionPorts } from './ports';
import { ServerClock } from './server-clock';
import { answering } from './waits';

/** Asks the functions of one retro. Every call rejects when nobody knows whether it was carried out. */
export class Asker {
  /** Proof of project access; '' asks for one. */
  ticket = '';
  /** When something was answered last, by this machine's clock. */
  answeredAt = 0;
  readonly clock: ServerClock;

  constructor(
    private readonly retroId: string,
    private readonly ports: SessionPorts,
  ) {
    this.clock = new ServerClock(ports.clock);
  }

  open(): Promise<Answer<OpenRetroAnswer>> {
    return this.asked(() => this.ports.api.openRetro(this.request()));
  }

  run(revisions: Revisions, commands: Command[]): Promise<Answer<RunAnswer>> {
    return this.asked(() => this.ports.api.run({ ...this.request(), revisions, commands }));
  }

  sync(revisions: Revisions, wish: { recount: boolean; beat: boolean }): Promise<Answer<SyncAnswer>> {
    const extras = { ...(wish.recount ? { recount: true } : {}), ...(wish.beat ? { beat: true } : {}) };
    return this.asked(() => this.ports.api.sync({ ...this.request(), revisions, ...extras }));
  }

  renew(): Promise<Answer<{ ticket: string; wire: Wire }>> {
    return this.asked(() => this.ports.api.renew({ v: CONTRACT_VERSION, retroId: this.retroId }));
  }

  announce(revisions: Revisions, shards: number[], commands: string[]): Promise<Answer<object>> {
    return this.asked(() => this.ports.api.announce({ ...this.request(), revisions, shards, commands }));
  }

  private request(): { v: number; retroId: string; ticket: string } {
    return { v: CONTRACT_VERSION, retroId: this.retroId, ticket: this.ticket };
  }

  /** An answer, and what every answer teaches: the server's time. */
  private async asked<T extends object>(call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const askedAt = this.ports.clock.now();
    const answer = await answering(this.ports.timers, call);
    this.answeredAt = this.ports.clock.now();
    if (answer.ok && 'now' in answer && typeof answer.now === 'number')
      this.clock.learn(askedAt, this.answeredAt, answer.now);
    return answer;
  }
}
