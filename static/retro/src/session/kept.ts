/** What stays on this device by account and retro: drafts, unsent texts and the tray. */
import type { Command } from '#contract/commands';
import type { Clock, DraftStore } from './ports';
import type { Drafts, TrayEntry } from './types';

const PREFIX = 'sternlight';
const KEEP_MS = 7 * 24 * 60 * 60 * 1000;

interface Shelf {
  at: number;
  texts: Record<string, string>;
  unsent: readonly Command[];
  tray: readonly Omit<TrayEntry, 'canRetry'>[];
}

const empty = (at: number): Shelf => ({ at, texts: {}, unsent: [], tray: [] });
const isBare = (shelf: Shelf): boolean =>
  Object.keys(shelf.texts).length === 0 && shelf.unsent.length === 0 && shelf.tray.length === 0;

function parse(value: string | null): Shelf | null {
  if (value === null) return null;
  try {
    const shelf = JSON.parse(value) as Partial<Shelf>;
    if (typeof shelf.at !== 'number') return null;
    return { ...empty(shelf.at), ...shelf };
  } catch {
    return null;
  }
}

/** Texts of one person in one retro. A store that fails (full, forbidden) costs the memory, never the session. */
export class Kept implements Drafts {
  private shelf: Shelf;
  private readonly key: string;

  constructor(
    private readonly store: DraftStore,
    private readonly clock: Clock,
    retroId: string,
    accountId: string,
  ) {
    this.key = `${PREFIX}/${retroId}/${accountId}`;
    this.forgetOld();
    this.shelf = parse(this.stored(this.key)) ?? empty(clock.now());
  }

  read(name: string): string {
    return this.shelf.texts[name] ?? '';
  }

  get unsent(): readonly Command[] {
    return this.shelf.unsent;
  }

  get tray(): readonly Omit<TrayEntry, 'canRetry'>[] {
    return this.shelf.tray;
  }

  write(name: string, text: string): void {
    const { [name]: _before, ...others } = this.shelf.texts;
    this.save({ texts: text === '' ? others : { ...others, [name]: text } });
  }

  keep(part: Partial<Pick<Shelf, 'unsent' | 'tray'>>): void {
    if (part.unsent && part.unsent.length === 0 && this.shelf.unsent.length === 0) return;
    this.save(part);
  }

  /** The retro is closed: drafts go, what was refused stays until the person has seen it. */
  wipeDrafts(): void {
    if (Object.keys(this.shelf.texts).length > 0) this.save({ texts: {} });
  }

  private save(part: Partial<Shelf>): void {
    this.shelf = { ...this.shelf, ...part, at: this.clock.now() };
    try {
      if (isBare(this.shelf)) this.store.remove(this.key);
      else this.store.set(this.key, JSON.stringify(this.shelf));
    } catch {
      // Kept in memory for as long as the page lives.
    }
  }

  private stored(key: string): string | null {
    try {
      return this.store.get(key);
    } catch {
      return null;
    }
  }

  private forgetOld(): void {
    try {
      for (const key of this.store.keys()) {
        if (!key.startsWith(`${PREFIX}/`)) continue;
        const shelf = parse(this.stored(key));
        if (!shelf || this.clock.now() - shelf.at > KEEP_MS) this.store.remove(key);
      }
    } catch {
      // A store that cannot be listed keeps nothing that could be old.
    }
  }
}
