import type { Me, RunAnswer, SyncAnswer } from '#contract/api';
import type { PublicHead } from '#domain/retro';

type Dated = { picture: { revisions: number[] } };

/** The viewer's own part of a retro: joined or not, and the ballot of the present round. */
export class Standing {
  me: Me = { accountId: '', joined: false, ballot: null };
  /** The round the ballot belongs to, and the head's revision at which this client entered it. */
  private round = { number: 0, since: -1 };
  /** Runs begun and ended so far: a sync that overlaps one knows an older ballot. */
  private runs = 0;
  /** A vote of this viewer counts that the ballot held may not show. */
  unsure = false;

  opened(me: Me): void {
    this.me = me;
  }

  /** The head has changed: another round has another ballot. */
  enter(head: { rev: number; value: PublicHead }, first: boolean): void {
    const number = head.value.voting?.round ?? 0;
    if (number === this.round.number) return;
    this.round = { number, since: head.rev };
    if (!first) this.me = { ...this.me, ballot: null };
  }

  /** Marks the beginning and the end of a run. */
  markRun(): void {
    this.runs += 1;
  }

  /** Now, to be handed to `takeSync` after a sync that began now. */
  get moment(): number {
    return this.runs;
  }

  /** `voted`: a vote was carried out, so there is a ballot, told now or to be asked for. */
  takeRun(answer: RunAnswer, voted: boolean): void {
    const told = answer.ballot && this.isOfThisRound(answer);
    if (told) this.me = { ...this.me, ballot: answer.ballot };
    if (voted) this.unsure = !told;
  }

  takeSync(answer: SyncAnswer, began: number): void {
    const overlapped = began !== this.runs || began % 2 === 1;
    const told = !overlapped && this.isOfThisRound(answer);
    const joined = this.me.joined || answer.me.joined;
    const ballot = told ? answer.me.ballot : this.me.ballot;
    if (told) this.unsure = false;
    const same = joined === this.me.joined && JSON.stringify(ballot) === JSON.stringify(this.me.ballot);
    if (!same) this.me = { ...this.me, joined, ballot };
  }

  private isOfThisRound(answer: Dated): boolean {
    return (answer.picture.revisions[0] ?? -1) >= this.round.since;
  }
}
