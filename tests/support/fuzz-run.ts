/** One random retro: a plan of what people do and what goes wrong, carried out by real sessions over the real app. */
import { openRetro } from '../../src/app/queries/open-retro';
import type { OpenRetroAnswer } from '../../src/contract/api';
import type { Anonymity } from '../../src/domain/retro';
import { CAST_VOTE, doAct } from './fuzz-acts';
import { Ledger } from './ledger';
import type { Adversary, Client } from './live-world';
import { LiveWorld, PEACE } from './live-world';
import { PROJECT, RETRO } from './memory-app';
import { SecretsWatch } from './secrets-watch';

export interface Step {
  who: number;
  what: number;
  a: number;
  b: number;
  waitMs: number;
}

export interface Plan {
  seed: number;
  people: number;
  /** The last client is a second tab of the second person. */
  twoTabs: boolean;
  anonymity: Anonymity;
  adversary: Adversary;
  steps: Step[];
  /** In the end everybody votes; with `closed` the round is closed while they do. */
  votes: 'none' | 'open' | 'closed';
}

export class FuzzRun {
  readonly live: LiveWorld;
  readonly ledger = new Ledger();
  readonly secrets: SecretsWatch;
  readonly accounts: string[];
  private tokens = 0;

  constructor(readonly plan: Plan) {
    this.live = new LiveWorld(plan.seed);
    this.secrets = new SecretsWatch(this.live, this.ledger);
    const names = ['ann', 'bob', 'cem', 'dia', 'eli', 'fay', 'gus', 'hal'].slice(0, plan.people);
    if (plan.twoTabs && names.length > 2) names[names.length - 1] = 'bob';
    this.accounts = names.map((name) => `account-${name}`);
  }

  get clients(): readonly Client[] {
    return this.live.clients;
  }

  /** Everybody joins and does what the plan says, while things go wrong. */
  async play(): Promise<void> {
    const { live, plan } = this;
    await live.retro({ anonymity: plan.anonymity, facilitator: this.accounts[0] ?? '' });
    this.accounts.forEach((accountId, i) => live.join(accountId, { clockError: i * 90_000 }));
    await live.time.until(() => this.clients.every((client) => client.session.view().phase === 'ready'));
    live.adversary = { ...plan.adversary };
    for (const step of plan.steps) {
      this.step(step);
      await live.time.pass(step.waitMs);
    }
    if (plan.votes !== 'none') await this.vote();
  }

  /** Everybody gives and takes votes in quick succession, two tabs of one person at once. */
  private async vote(): Promise<void> {
    const [ann] = this.clients;
    if (!ann || ann.session.view().head.state !== 'running') return;
    const lead = ann.session;
    if (lead.view().head.step.kind !== 'vote') void lead.send('advanceStep', { step: 'vote' });
    if (lead.view().head.voting?.state !== 'open') void lead.send('openVoting', { budget: 5, perTopic: 3 });
    await this.live.time.pass(4000);
    for (let n = 0; n < 40; n += 1) {
      if (n === 30 && this.plan.votes === 'closed') void lead.send('closeVoting', {});
      const [who, a, b] = [0, 0, 0].map(() => Math.floor(this.live.chance() * 1000)) as [number, number, number];
      this.act(who, CAST_VOTE, a, b);
      await this.live.time.pass(this.live.chance() * 120);
    }
  }

  /** Nothing goes wrong any more; what was lost is found, at the latest with the next beat. */
  async calm(): Promise<void> {
    this.live.adversary = { ...PEACE };
    for (const client of this.clients) if (!client.online) client.signal('online');
    await this.live.time.pass(5 * 60_000);
  }

  /** Everybody comes back to the page. */
  async wakeAll(): Promise<void> {
    await this.live.time.pass(15_000);
    for (const client of this.clients) client.signal('wake');
    await this.live.time.pass(10_000);
  }

  /** The facilitator closes the retro, again and again until it is closed. */
  async close(): Promise<void> {
    const [ann] = this.clients;
    for (let n = 0; n < 30 && ann && ann.session.view().head.state !== 'closed'; n += 1) {
      void ann.session.send('closeRetro', {});
      await this.live.time.pass(20_000);
      if (n === 3) this.live.adversary = { ...PEACE };
    }
    await this.calm();
  }

  /** The retro as the server shows it to somebody who opens it now. */
  async truthFor(accountId: string): Promise<OpenRetroAnswer> {
    const caller = { accountId, projectId: PROJECT };
    const answer = await this.live.time.over(
      openRetro(this.live.world.as(accountId), caller, { v: 1, retroId: RETRO, ticket: '' }),
    );
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer;
  }

  end(): void {
    for (const client of [...this.clients]) client.close();
  }

  private step({ who, what, a, b }: Step): void {
    const client = this.clients[who % this.clients.length];
    if (!client) return;
    if (what === 0) return;
    if (what === 1) return client.signal(client.online ? 'away' : 'online');
    if (what === 2) return client.signal('wake');
    if (what === 3) return this.reopen(client);
    this.act(who, what, a, b);
  }

  private act(who: number, what: number, a: number, b: number): void {
    const client = this.clients[who % this.clients.length];
    if (client?.session.view().phase !== 'ready') return;
    this.tokens += 1;
    doAct(what, { client, ledger: this.ledger, a, b, token: `words-${this.tokens}-of-${client.accountId}` });
  }

  /** The tab is closed and opened again; what the device keeps, it keeps. */
  private reopen(client: Client): void {
    if (client.accountId === this.accounts[0]) return;
    const at = this.clients.indexOf(client);
    client.close();
    const again = this.live.join(client.accountId, { store: client.store });
    again.received.messages.push(...client.received.messages);
    this.live.clients.splice(this.live.clients.indexOf(again), 1);
    this.live.clients.splice(at, 0, again);
  }
}
