import type { SyncAnswer } from '#contract/api';
import type { Command } from '#contract/commands';
import type { RetroEvent } from '#contract/events';
import { rememberedBy } from '#contract/remembered-by';
import type { PublicItem } from '#domain/present-retro';
import type { PublicHead } from '#domain/retro';
import { participantsOf } from './participants';
import { Replica } from './replica';
import { Standing } from './standing';
import type { Notice } from './types';

/** All that this client knows of the retro and of its viewer's part in it, and what a change of it means for the viewer. */
export class Knowledge {
  readonly standing = new Standing();
  readonly replica = new Replica((item) => this.isOwn(item));
  notice: Notice | null = null;
  private readonly own = new Set<string>();
  private readonly sent = new Set<string>();

  /** `onClosed`: the retro is closed now. */
  constructor(private readonly onClosed: () => void) {}

  /** This viewer makes an item: its event may come before its answer. */
  makes(id: string): void {
    this.own.add(id);
  }

  /** A command leaves. */
  sends(id: string): void {
    this.sent.add(id);
  }

  /** The revision this client holds of the shard that will remember a command; undefined where the command makes an item. */
  baseOf(command: Command): number | undefined {
    const item = rememberedBy(command);
    return item === undefined ? undefined : Math.max(0, this.replica.revOf(item));
  }

  /** Whether an event tells of a command of this client: then its sender knew no more than this client does. */
  isOfMine(event: RetroEvent): boolean {
    return event.commands !== undefined && event.commands.some((id) => this.sent.has(id));
  }

  take(answer: { picture: SyncAnswer['picture']; now: number }): void {
    const before = this.replica.head?.value;
    this.replica.takePicture(answer.picture, answer.now);
    this.headMayHaveChanged(before);
  }

  hear(event: RetroEvent): void {
    const before = this.replica.head?.value;
    this.replica.takeEvent(event);
    this.headMayHaveChanged(before);
  }

  notify(notice: Omit<Notice, 'count'>): void {
    this.notice = { ...notice, count: (this.notice?.count ?? 0) + 1 };
  }

  /** Accounts of those who take part. */
  participants(): string[] {
    return participantsOf(this.replica);
  }

  get votingOpen(): boolean {
    return this.replica.head?.value.voting?.state === 'open';
  }

  /** Slots of which the number alone will not do. */
  wantedWhole(): Set<number> {
    return new Set(this.replica.gaps().flatMap((gap) => (gap.full ? [gap.slot] : [])));
  }

  private headMayHaveChanged(before: PublicHead | undefined): void {
    const head = this.replica.head;
    if (!head || head.value === before) return;
    this.standing.enter(head, before === undefined);
    if (before) this.noticeFacilitation(before, head.value);
    if (head.value.state === 'closed') this.onClosed();
  }

  private noticeFacilitation(before: PublicHead, after: PublicHead): void {
    const me = this.standing.me.accountId;
    const [led, leads] = [before, after].map((head) => head.facilitators.includes(me));
    if (led === leads) return;
    const other = after.facilitators.find((id) => !before.facilitators.includes(id) && id !== me);
    this.notify({ kind: leads ? 'facilitator-gained' : 'facilitator-lost', ...(other ? { accountId: other } : {}) });
  }

  private isOwn(item: PublicItem): boolean {
    const signedByMe = item.kind === 'card' && item.author !== undefined && item.author === this.standing.me.accountId;
    return this.own.has(item.id) || signedByMe;
  }
}
