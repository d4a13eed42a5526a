import type { Answer, OpenRetroAnswer, Outcome, RunAnswer } from '#contract/api';
import type { Command, CommandName } from '#contract/commands';
import type { RetroEvent } from '#contract/events';
import { partsOfAction } from '#domain/ids';
import type { PublicAction } from '#domain/action-item';
import type { Refusal } from '#domain/refusal';
import { Announcer } from './announcer';
import { Asker } from './asker';
import { Beat } from './beat';
import { blankView } from './blank-view';
import { CatchUp } from './catch-up';
import type { SyncWish } from './catch-up';
import { textOf } from './command-facts';
import { commandMaking, makesItem, plainCommand } from './make-command';
import { connectionOf } from './connection';
import { Desk } from './desk';
import { Knowledge } from './knowledge';
import { Line } from './line';
import { Outbox, endsSession } from './outbox';
import type { Entry } from './outbox';
import type { SessionPorts } from './ports';
import { readEvent } from './read-event';
import type { Connection, Drafts, Payload, RetroView, Session } from './types';
import { ViewBuilder } from './view-builder';
import { Waits, growing, spreadMs } from './waits';

/** Coming back to the page asks the server, unless it answered only just now. */
const FRESH_MS = 10_000;
/** What happened between opening and listening shows in somebody else's next event; if there is none by then, it is asked for. */
const FIRST_LOOK_MS = 3000;
const OPEN_ATTEMPTS = 4;
const UNANSWERED = { ok: false, refusal: { code: 'storage/unavailable' } } as const;
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
  private away = false;
  private openFailures = 0;
  private heardAt = 0;
  private dirty = true;
  private shown: RetroView;
  private closed = false;
  private readonly listeners = new Set<() => void>();
  private readonly waits: Waits;
  private stopSignals = (): void => undefined;
  private readonly asker: Asker;
  private readonly known = new Knowledge(() => this.desk.retroClosed());
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
    this.waits = new Waits(ports.timers);
    this.asker = new Asker(retroId, ports);
    this.desk = new Desk(ports, retroId);
    this.drafts = this.desk.drafts;
    this.outbox = new Outbox(this.outboxHost(), ports.timers, ports.random);
    this.catchUp = new CatchUp(this.catchUpHost(), ports);
    this.beat = new Beat(this.beatHost(), ports);
    this.line = new Line(this.lineHost(), ports.live, ports);
    this.announcer = new Announcer(this.announcerHost(), ports);
  }

  view(): RetroView {
    if (this.dirty) {
      this.dirty = false;
      this.shown = this.builder.build({
        phase: this.phase,
        refusal: this.refusal,
        connection: this.connection(),
        reloadNeeded: this.reloadNeeded,
        known: this.known,
        entries: this.outbox.entries,
        tray: this.desk.tray,
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
    return this.known.replica.place(() => this.ports.random.next(), this.ports.random.id(12));
  }

  serverNow(): number {
    return this.asker.clock.now();
  }

  async reload(): Promise<void> {
    if (this.phase === 'ready') {
      this.catchUp.hurry();
      this.catchUp.ask({ recount: this.known.votingOpen });
      this.outbox.hurry();
    } else if (this.phase === 'failed') {
      this.openFailures = 0;
      this.phase = 'loading';
      this.emit();
      await this.open();
    }
  }

  learnAction(action: PublicAction): void {
    this.known.replica.takeAction(partsOfAction(action.id).item, action, this.serverNow());
    this.emit();
  }

  retryTray(id: string): void {
    const entry = this.desk.takeFromTray(id);
    if (!entry) return;
    const { name, payload } = entry.command;
    void this.send(name, payload);
  }

  dropTray(id: string): void {
    this.desk.takeFromTray(id);
    this.emit();
  }

  close(): void {
    this.closed = true;
    this.waits.stop();
    this.stopSignals();
    for (const part of [this.outbox, this.catchUp, this.beat, this.announcer]) part.stop();
    this.line.close();
    this.listeners.clear();
  }

  begin(): void {
    this.stopSignals = this.ports.signals.listen((signal) => this.signalled(signal));
    void this.open();
  }

  private async open(): Promise<void> {
    const answer = await this.asker.open().catch(() => UNANSWERED);
    if (this.closed) return;
    if (answer.ok) this.opened(answer);
    else this.notOpened(answer.refusal);
    this.emit();
  }

  private opened(answer: OpenRetroAnswer): void {
    const again = this.desk.enter(answer.me.accountId);
    this.openFailures = 0;
    this.asker.ticket = answer.ticket;
    this.known.standing.opened(answer.me);
    this.phase = 'ready';
    this.refusal = null;
    this.known.take(answer);
    this.known.replica.takeCast(answer.cast, answer.now);
    this.line.start(answer.wire);
    this.beat.heard();
    for (const command of again) void this.queue(command);
    this.outbox.start();
    this.catchUp.look();
  }

  private notOpened(refusal: Refusal): void {
    this.openFailures += 1;
    this.refusal = refusal;
    const later = NOT_NOW.includes(refusal.code) && this.openFailures <= OPEN_ATTEMPTS;
    if (endsSession(refusal)) this.ended(refusal);
    else if (later)
      this.waits.set(growing(this.ports.random, this.openFailures - 1, 700, 8000), () => void this.open());
    else this.phase = 'failed';
  }

  private commandFor<N extends CommandName>(name: N, payload: Payload<N>, given?: string): Command {
    if (!makesItem(name)) return plainCommand(this.ports.random.id(12), name, payload);
    const id = given ?? this.newItemId();
    if (name === 'addCard') this.known.makes(id);
    return commandMaking(id, name, payload);
  }

  private queue(command: Command): Promise<Outcome> {
    const refusal = this.refusal;
    if ((this.phase === 'gone' || this.reloadNeeded) && refusal) {
      this.desk.refused(command, refusal);
      return Promise.resolve({ ok: false, refusal });
    }
    this.known.sends(command.id);
    const sent = this.outbox.add(command, this.serverNow());
    this.desk.keepUnsent(this.outbox.entries);
    return sent;
  }

  private outboxHost() {
    return {
      run: (commands: Command[]) => this.run(commands),
      renew: () => this.line.renew(),
      baseOf: (command: Command) => this.known.baseOf(command),
      answered: (answer: RunAnswer, done: Command[]) => this.answered(answer, done),
      settled: (entry: Entry, outcome: Outcome) => this.settled(entry, outcome),
      ended: (refusal: Refusal) => this.ended(refusal),
      changed: () => this.emit(),
    };
  }

  private async run(commands: Command[]): Promise<Answer<RunAnswer>> {
    const hadFailed = this.outbox.failures > 0;
    this.known.standing.markRun();
    const answer = await this.asker
      .run(this.known.replica.revisions(this.known.wantedWhole()), commands)
      .finally(() => this.known.standing.markRun());
    if (hadFailed) this.catchUpSoon();
    return answer;
  }

  private answered(answer: RunAnswer, done: Command[]): void {
    this.known.take(answer);
    this.known.standing.takeRun(
      answer,
      done.some((command) => command.name === 'castVote'),
    );
    if (this.known.standing.unsure) this.catchUp.ask();
    if (answer.unannounced) this.announcer.unannounced(done, this.known.replica.revisions());
    this.catchUp.look();
  }

  private settled(entry: Entry, outcome: Outcome): void {
    this.desk.keepUnsent(this.outbox.entries);
    if (outcome.ok) return;
    if (textOf(entry.command) !== '') this.desk.refused(entry.command, outcome.refusal);
    else this.known.notify({ kind: 'undone', refusal: outcome.refusal });
  }

  /** Nothing more can be sent: what was typed goes into the tray. */
  private ended(refusal: Refusal): void {
    this.refusal = refusal;
    for (const part of [this.catchUp, this.beat, this.announcer]) part.stop();
    if (refusal.code === 'contract/reload') {
      this.reloadNeeded = true;
      if (this.phase !== 'ready') this.phase = 'failed';
      this.known.notify({ kind: 'reload-needed' });
    } else {
      this.phase = 'gone';
      this.outbox.stop();
      this.outbox.refuseAll(refusal);
      this.line.close();
    }
    this.emit();
  }

  private catchUpHost() {
    return {
      gaps: () => this.known.replica.gaps(),
      participants: () => this.known.participants().length,
      sync: (wish: SyncWish) => this.sync(wish),
      forgive: (slot: number) => this.known.replica.forgive(slot),
      changed: () => this.emit(),
    };
  }

  private async sync(wish: SyncWish): Promise<boolean> {
    const { moment } = this.known.standing;
    const hints = this.known.replica.hintsNow();
    try {
      const answer = await this.asker.sync(this.known.replica.revisions(wish.full), wish);
      if (this.closed) return true;
      if (!answer.ok) return await this.syncRefused(answer.refusal);
      this.known.take(answer);
      this.known.replica.settleHints(hints);
      this.known.replica.takeCast(answer.cast, answer.now);
      this.known.standing.takeSync(answer, moment);
      if (this.known.standing.unsure) this.catchUp.ask();
      return true;
    } catch {
      return false;
    }
  }

  private async syncRefused(refusal: Refusal): Promise<boolean> {
    if (endsSession(refusal)) this.ended(refusal);
    if (refusal.code === 'access/renew') await this.line.renew();
    return false;
  }

  private announcerHost() {
    return {
      announce: (shards: number[], commands: string[]) =>
        this.asker.announce(this.known.replica.revisions(), shards, commands),
      renew: () => this.line.renew(),
    };
  }

  private beatHost() {
    return {
      retroId: this.retroId,
      accountId: () => this.known.standing.me.accountId,
      participants: () => this.known.participants(),
      goesOn: () => this.known.replica.head?.value.state !== 'closed',
      beat: () => this.catchUp.ask({ beat: true, recount: this.known.votingOpen }),
      poll: (anew: boolean) => {
        this.catchUp.ask({ recount: this.known.votingOpen });
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
      ended: (refusal: Refusal) => this.ended(refusal),
      event: (payload: unknown) => this.heard(payload),
      connected: (first: boolean) => this.listening(first),
      changed: () => this.emit(),
    };
  }

  private heard(payload: unknown): void {
    const event = readEvent(payload, this.retroId);
    if (event === null) return;
    if (event === 'newer') return this.reloadNeeded ? undefined : this.ended({ code: 'contract/reload' });
    if (!this.known.isOfMine(event)) this.heardAt = this.ports.clock.now();
    this.beat.heard();
    this.takeEvent(event);
    this.emit();
  }

  private takeEvent(event: RetroEvent): void {
    this.known.hear(event);
    this.announcer.heard(event);
    this.catchUp.look(event.what === 'texts');
  }

  private listening(first: boolean): void {
    this.emit();
    if (!first) return this.catchUpSoon();
    const since = this.ports.clock.now();
    this.waits.set(FIRST_LOOK_MS + spreadMs(this.ports.random, this.known.participants().length + 60), () => {
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
    this.waits.set(spreadMs(this.ports.random, this.known.participants().length), () =>
      this.catchUp.ask({ full: new Set(this.known.replica.slotsOfStrangers()), recount: this.known.votingOpen }),
    );
  }

  private connection(): Connection {
    const failures = Math.max(this.outbox.failures, this.catchUp.failures, this.openFailures);
    return connectionOf(failures, this.away, this.line.connected && !this.beat.deaf && !this.catchUp.late);
  }

  private emit(): void {
    if (this.closed) return;
    this.dirty = true;
    for (const listener of this.listeners) listener();
  }
}
