import type { Answer, OpenRetroAnswer, Outcome, RunAnswer, SyncAnswer } from '#contract/api';
import type { Command, CommandName } from '#contract/commands';
import type { RetroEvent } from '#contract/events';
import { commandOfItem, partsOfAction, shardOfItem } from '#domain/ids';
import type { PublicAction } from '#domain/action-item';
import type { PublicItem } from '#domain/present-retro';
import type { Refusal } from '#domain/refusal';
import type { PublicHead } from '#domain/retro';
import { Announcer } from './announcer';
import { Asker } from './asker';
import { Beat } from './beat';
import { blankView } from './blank-view';
import { CatchUp } from './catch-up';
import type { SyncWish } from './catch-up';
import { rememberedBy, textOf } from './command-facts';
import { Desk } from './desk';
import { Line } from './line';
import { Outbox } from './outbox';
import type { Entry } from './outbox';
import { participantsOf } from './participants';
import type { SessionPorts } from './ports';
import { readEvent } from './read-event';
import { Replica } from './replica';
import { Standing } from './standing';
import type { Connection, Drafts, Notice, Payload, RetroView, Session } from './types';
import { ViewBuilder } from './view-builder';
import { growing, spreadMs } from './waits';

/** Coming back to the page asks the server, unless it answered only just now. */
const FRESH_MS = 10_000;
/** What happened between opening and listening shows in anybody's next event; if there is none by then, it is asked for. */
const FIRST_LOOK_MS = 3000;
const OPEN_ATTEMPTS = 4;
const NOT_NOW: readonly string[] = ['storage/unavailable', 'storage/throttled', 'conflict/try-again', 'jira/busy'];

/** Opens a retro for the person behind `ports.api`. The session lives until `close`. */
export function openSession(retroId: string, ports: SessionPorts): Session {
  const session = new RetroSession(retroId, ports);
  session.begin();
  return session;
}

class RetroSession implements Session {
  private phase: RetroView['phase'] = 'loading';
  private refusal: Refusal | null = null;
  private reloadNeeded = false;
  private notice: Notice | null = null;
  private away = false;
  private openFailures = 0;
  private heardAt = 0;
  private dirty = true;
  private shown: RetroView;
  private closed = false;
  private readonly own = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly cancels = new Set<() => void>();
  private readonly asker: Asker;
  private readonly standing = new Standing();
  private readonly replica = new Replica((item) => this.isOwn(item));
  private readonly builder: ViewBuilder;
  private readonly desk: Desk;
  private readonly outbox: Outbox;
  private readonly catchUp: CatchUp;
  private readonly beat: Beat;
  private readonly line: Line;
  private readonly announcer: Announcer;
  readonly drafts: Drafts;

  constructor(
    private readonly retroId: string,
    private readonly ports: SessionPorts,
  ) {
    this.shown = blankView(retroId);
    this.builder = new ViewBuilder(this.shown);
    this.asker = new Asker(retroId, ports);
    this.desk = new Desk(ports, retroId);
    this.drafts = this.desk.drafts;
    this.outbox = new Outbox(this.outboxHost(), ports.timers, ports.random);
    this.catchUp = new CatchUp(this.catchUpHost(), ports);
    this.beat = new Beat(this.beatHost(), ports);
    this.line = new Line(this.lineHost(), ports.live, ports);
    this.announcer = new Announcer({ announce: (shards, commands) => this.announce(shards, commands) }, ports);
  }

  view(): RetroView {
    if (this.dirty) {
      this.dirty = false;
      this.shown = this.builder.build({
        phase: this.phase,
        refusal: this.refusal,
        connection: this.connection(),
        reloadNeeded: this.reloadNeeded,
        replica: this.replica,
        me: this.standing.me,
        entries: this.outbox.entries,
        tray: this.desk.tray,
        notice: this.notice,
      });
    }
    return this.shown;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  send<N extends CommandName>(name: N, payload: Payload<N>, itemId?: string): Promise<Outcome> {
    const command = this.commandFor(name, payload, itemId);
    const sent = this.queue(command);
    this.emit();
    return sent;
  }

  newItemId(): string {
    return this.replica.place(() => this.ports.random.next(), this.ports.random.id(12));
  }

  serverNow(): number {
    return this.asker.clock.now();
  }

  async reload(): Promise<void> {
    if (this.phase === 'ready') {
      this.catchUp.hurry();
      this.catchUp.ask({ recount: this.votingOpen() });
      this.outbox.hurry();
    } else if (this.phase === 'failed') {
      this.openFailures = 0;
      this.phase = 'loading';
      this.emit();
      await this.open();
    }
  }

  learnAction(action: PublicAction): void {
    this.replica.takeAction(partsOfAction(action.id).item, action, this.serverNow());
    this.emit();
  }

  retryTray(id: string): void {
    const entry = this.desk.takeFromTray(id);
    if (!entry) return;
    const { name, payload } = entry.command;
    void this.send(name, payload as Payload<typeof name>);
  }

  dropTray(id: string): void {
    this.desk.takeFromTray(id);
    this.emit();
  }

  close(): void {
    this.closed = true;
    for (const cancel of this.cancels) cancel();
    for (const part of [this.outbox, this.catchUp, this.beat, this.announcer]) part.stop();
    this.line.close();
    this.listeners.clear();
  }

  begin(): void {
    this.cancels.add(this.ports.signals.listen((signal) => this.signalled(signal)));
    void this.open();
  }

  private async open(): Promise<void> {
    try {
      const answer = await this.asker.open();
      if (this.closed) return;
      if (answer.ok) this.opened(answer);
      else this.notOpened(answer.refusal);
    } catch {
      if (!this.closed) this.notOpened({ code: 'storage/unavailable' });
    }
    this.emit();
  }

  private opened(answer: OpenRetroAnswer): void {
    const again = this.desk.enter(answer.me.accountId);
    this.openFailures = 0;
    this.asker.ticket = answer.ticket;
    this.standing.opened(answer.me);
    this.phase = 'ready';
    this.refusal = null;
    this.take(answer);
    this.replica.takeCast(answer.cast, answer.now);
    this.line.start(answer.wire);
    this.beat.heard();
    for (const command of again) void this.queue(command);
    this.outbox.start();
    this.catchUp.look();
  }

  private notOpened(refusal: Refusal): void {
    this.openFailures += 1;
    this.refusal = refusal;
    if (refusal.code === 'access/not-found' || refusal.code === 'contract/reload') return this.ended(refusal);
    if (!NOT_NOW.includes(refusal.code) || this.openFailures > OPEN_ATTEMPTS) {
      this.phase = 'failed';
      return;
    }
    this.later(growing(this.ports.random, this.openFailures - 1, 700, 8000), () => void this.open());
  }

  private commandFor<N extends CommandName>(name: N, payload: Payload<N>, given?: string): Command {
    const makesItem = name === 'addCard' || name === 'createActionItem' || name === 'groupCards';
    if (!makesItem) return { id: this.ports.random.id(12), name, payload } as unknown as Command;
    const id = given ?? this.newItemId();
    if (name === 'addCard') this.own.add(id);
    const place = name === 'groupCards' ? { group: id } : { shard: shardOfItem(id) };
    return { id: commandOfItem(id), name, payload: { ...payload, ...place } } as unknown as Command;
  }

  private queue(command: Command): Promise<Outcome> {
    const refusal = this.refusal;
    if ((this.phase === 'gone' || this.reloadNeeded) && refusal) {
      this.desk.refused(command, refusal);
      return Promise.resolve({ ok: false, refusal });
    }
    const sent = this.outbox.add(command, this.serverNow());
    this.desk.keepUnsent(this.outbox.entries);
    return sent;
  }

  private outboxHost() {
    return {
      run: (commands: Command[]) => this.run(commands),
      renew: () => this.line.renew(),
      baseOf: (command: Command) => {
        const item = rememberedBy(command);
        return item === undefined ? undefined : Math.max(0, this.replica.revOf(item));
      },
      answered: (answer: RunAnswer, done: Command[]) => this.answered(answer, done),
      settled: (entry: Entry, outcome: Outcome) => this.settled(entry, outcome),
      ended: (refusal: Refusal) => this.ended(refusal),
      changed: () => this.emit(),
    };
  }

  private async run(commands: Command[]): Promise<Answer<RunAnswer>> {
    const hadFailed = this.outbox.failures > 0;
    this.standing.markRun();
    const answer = await this.asker
      .run(this.replica.revisions(this.wantedWhole()), commands)
      .finally(() => this.standing.markRun());
    if (hadFailed) this.catchUpSoon();
    return answer;
  }

  private answered(answer: RunAnswer, done: Command[]): void {
    this.take(answer);
    this.standing.takeRun(answer);
    if (answer.unannounced) this.announcer.unannounced(done, this.replica.revisions());
    this.catchUp.look();
  }

  private settled(entry: Entry, outcome: Outcome): void {
    this.desk.keepUnsent(this.outbox.entries);
    if (outcome.ok) return;
    if (textOf(entry.command) !== '') this.desk.refused(entry.command, outcome.refusal);
    else this.notify({ kind: 'undone', refusal: outcome.refusal });
  }

  /** Nothing more can be sent: what was typed goes into the tray. */
  private ended(refusal: Refusal): void {
    this.refusal = refusal;
    if (refusal.code === 'contract/reload') {
      this.reloadNeeded = true;
      if (this.phase !== 'ready') this.phase = 'failed';
      this.notify({ kind: 'reload-needed' });
      return;
    }
    this.phase = 'gone';
    this.outbox.stop();
    this.outbox.refuseAll(refusal);
    for (const part of [this.catchUp, this.beat, this.announcer]) part.stop();
    this.line.close();
  }

  private catchUpHost() {
    return {
      gaps: () => this.replica.gaps(),
      participants: () => participantsOf(this.replica).length,
      sync: (wish: SyncWish) => this.sync(wish),
      forgive: (slot: number) => this.replica.forgive(slot),
      changed: () => this.emit(),
    };
  }

  private async sync(wish: SyncWish): Promise<boolean> {
    const { moment } = this.standing;
    const hints = this.replica.hintsNow();
    try {
      const answer = await this.asker.sync(this.replica.revisions(wish.full), wish);
      if (this.closed) return true;
      if (!answer.ok) return await this.syncRefused(answer.refusal);
      this.take(answer);
      this.replica.settleHints(hints);
      this.replica.takeCast(answer.cast, answer.now);
      this.standing.takeSync(answer, moment);
      return true;
    } catch {
      return false;
    }
  }

  private async syncRefused(refusal: Refusal): Promise<boolean> {
    if (refusal.code === 'access/not-found' || refusal.code === 'contract/reload') {
      this.ended(refusal);
      return true;
    }
    if (refusal.code === 'access/renew') await this.line.renew();
    return false;
  }

  private beatHost() {
    return {
      retroId: this.retroId,
      accountId: () => this.standing.me.accountId,
      participants: () => participantsOf(this.replica),
      goesOn: () => this.replica.head?.value.state !== 'closed',
      beat: () => this.catchUp.ask({ beat: true, recount: this.votingOpen() }),
      poll: (anew: boolean) => {
        this.catchUp.ask({ recount: this.votingOpen() });
        if (anew) this.line.again();
      },
      changed: () => this.emit(),
    };
  }

  private lineHost() {
    return {
      renew: () => this.asker.renew(),
      serverNow: () => this.serverNow(),
      renewed: (ticket: string) => {
        this.asker.ticket = ticket;
      },
      event: (payload: unknown) => this.heard(payload),
      connected: (first: boolean) => this.listening(first),
      changed: () => this.emit(),
    };
  }

  private heard(payload: unknown): void {
    const event = readEvent(payload, this.retroId);
    if (event === null) return;
    if (event === 'newer') {
      if (!this.reloadNeeded) this.ended({ code: 'contract/reload' });
      return this.emit();
    }
    this.heardAt = this.ports.clock.now();
    this.beat.heard();
    this.takeEvent(event);
    this.emit();
  }

  private takeEvent(event: RetroEvent): void {
    const before = this.replica.head?.value;
    this.replica.takeEvent(event);
    this.headMayHaveChanged(before);
    this.announcer.heard(event);
    this.catchUp.look(event.what === 'texts');
  }

  private take(answer: { picture: SyncAnswer['picture']; now: number }): void {
    const before = this.replica.head?.value;
    this.replica.takePicture(answer.picture, answer.now);
    this.headMayHaveChanged(before);
  }

  private headMayHaveChanged(before: PublicHead | undefined): void {
    const head = this.replica.head;
    if (!head || head.value === before) return;
    this.standing.enter(head, before === undefined);
    if (before) this.noticeFacilitation(before, head.value);
    if (head.value.state === 'closed') this.desk.retroClosed();
  }

  private noticeFacilitation(before: PublicHead, after: PublicHead): void {
    const [led, leads] = [before, after].map((head) => head.facilitators.includes(this.standing.me.accountId));
    if (led === leads) return;
    const other = after.facilitators.find(
      (id) => !before.facilitators.includes(id) && id !== this.standing.me.accountId,
    );
    this.notify({ kind: leads ? 'facilitator-gained' : 'facilitator-lost', ...(other ? { accountId: other } : {}) });
  }

  private listening(first: boolean): void {
    this.emit();
    if (!first) return this.catchUpSoon();
    const since = this.ports.clock.now();
    this.later(FIRST_LOOK_MS + spreadMs(this.ports.random, participantsOf(this.replica).length + 60), () => {
      if (this.heardAt < since) this.catchUp.ask();
    });
  }

  private signalled(signal: 'wake' | 'online' | 'away'): void {
    this.away = signal === 'away';
    this.emit();
    if (this.away) return;
    if (this.phase === 'failed') return void this.reload();
    if (this.phase !== 'ready') return;
    this.outbox.hurry();
    this.catchUp.hurry();
    if (signal === 'online' || this.ports.clock.now() - this.asker.answeredAt > FRESH_MS) this.catchUpSoon();
  }

  /** Catches up; whole where a card may be one's own, written in another tab. */
  private catchUpSoon(): void {
    this.later(spreadMs(this.ports.random, participantsOf(this.replica).length), () =>
      this.catchUp.ask({ full: new Set(this.replica.slotsOfStrangers()), recount: this.votingOpen() }),
    );
  }

  private async announce(shards: number[], commands: string[]): Promise<boolean> {
    try {
      const answer = await this.asker.announce(this.replica.revisions(), shards, commands);
      if (!answer.ok && answer.refusal.code === 'access/renew') await this.line.renew();
      return answer.ok;
    } catch {
      return false;
    }
  }

  private connection(): Connection {
    const failures = Math.max(this.outbox.failures, this.catchUp.failures, this.openFailures);
    if (this.away || failures > 1) return 'offline';
    const all = failures === 0 && this.line.connected && !this.beat.deaf && !this.catchUp.late;
    return all ? 'live' : 'catching-up';
  }

  private wantedWhole(): Set<number> {
    return new Set(this.replica.gaps().flatMap((gap) => (gap.full ? [gap.slot] : [])));
  }

  private votingOpen(): boolean {
    return this.replica.head?.value.voting?.state === 'open';
  }

  private isOwn(item: PublicItem): boolean {
    return (
      this.own.has(item.id) ||
      (item.kind === 'card' && item.author !== undefined && item.author === this.standing.me.accountId)
    );
  }

  private notify(notice: Omit<Notice, 'count'>): void {
    this.notice = { ...notice, count: (this.notice?.count ?? 0) + 1 };
  }

  private later(ms: number, callback: () => void): void {
    const cancel = this.ports.timers.set(ms, () => {
      this.cancels.delete(cancel);
      callback();
    });
    this.cancels.add(cancel);
  }

  private emit(): void {
    if (this.closed) return;
    this.dirty = true;
    for (const listener of this.listeners) listener();
  }
}
