import type { Command } from '#contract/commands';
import type { Refusal } from '#domain/refusal';
import { textOf } from './command-facts';
import { Kept } from './kept';
import type { Entry } from './outbox';
import type { Clock, DraftStore } from './ports';
import type { Drafts, TrayEntry } from './types';

type Refused = Omit<TrayEntry, 'canRetry'>;

/** What makes a new thing may be sent again on the next visit; a change of an old one waits for its author's word. */
const isNew = (command: Command): boolean => command.name === 'addCard' || command.name === 'createActionItem';

/** Everything a person has typed and the retro does not have: drafts, unsent texts, refused texts. */
export class Desk {
  tray: readonly Refused[] = [];
  readonly drafts: Drafts = {
    read: (name) => this.kept?.read(name) ?? '',
    write: (name, text) => this.kept?.write(name, text),
  };
  private kept: Kept | null = null;

  constructor(
    private readonly ports: { store: DraftStore; clock: Clock },
    private readonly retroId: string,
  ) {}

  /** The person is known now. Answers what an earlier visit could not send; the rest of it lies in the tray. */
  enter(accountId: string): Command[] {
    if (this.kept) return [];
    this.kept = new Kept(this.ports.store, this.ports.clock, this.retroId, accountId);
    const unsent = this.kept.unsent;
    this.tray = [...this.kept.tray, ...this.tray];
    for (const command of unsent) if (!isNew(command)) this.refused(command, { code: 'command/stale' });
    return unsent.filter(isNew);
  }

  refused(command: Command, refusal: Refusal): void {
    const text = textOf(command);
    if (text === '') return;
    this.tray = [...this.tray.filter((entry) => entry.id !== command.id), { id: command.id, text, refusal, command }];
    this.kept?.keep({ tray: this.tray });
  }

  takeFromTray(id: string): Refused | undefined {
    const entry = this.tray.find((one) => one.id === id);
    this.tray = this.tray.filter((one) => one.id !== id);
    if (entry) this.kept?.keep({ tray: this.tray });
    return entry;
  }

  /** Remembers the texts on their way, for the case that the page goes before they are answered. */
  keepUnsent(entries: readonly Entry[]): void {
    this.kept?.keep({ unsent: entries.map((entry) => entry.command).filter((command) => textOf(command) !== '') });
  }

  retroClosed(): void {
    this.kept?.wipeDrafts();
  }
}
