/** What people asked for and what they were told, to hold against what is stored. */
import type { Outcome } from '../../src/contract/api';
import type { CommandName } from '../../src/contract/commands';

export interface Asked {
  accountId: string;
  name: CommandName;
  /** The item it makes or changes. */
  item: string;
  /** A text nobody else ever wrote; '' where the command carries none. */
  token: string;
  signed: boolean;
  /** Votes: what the ballot shall say for its topic. */
  count: number;
  /** Voting round the sender saw; 0 for none. */
  round: number;
  /** Order in which outcomes came; 0 while there is none. */
  answeredAs: number;
  outcome: Outcome | null;
}

export class Ledger {
  readonly asked: Asked[] = [];
  private answers = 0;

  note(asked: Omit<Asked, 'outcome' | 'answeredAs'>, outcome: Promise<Outcome>): void {
    const entry: Asked = { ...asked, outcome: null, answeredAs: 0 };
    this.asked.push(entry);
    void outcome.then((result) => {
      this.answers += 1;
      entry.answeredAs = this.answers;
      entry.outcome = result;
    });
  }

  done(name: CommandName): Asked[] {
    return this.asked.filter((entry) => entry.name === name && entry.outcome?.ok);
  }

  refused(): Asked[] {
    return this.asked.filter((entry) => entry.outcome && !entry.outcome.ok);
  }

  authorOf(item: string): string | undefined {
    return this.asked.find((entry) => entry.name === 'addCard' && entry.item === item)?.accountId;
  }
}
