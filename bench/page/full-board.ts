/** A board of many cards, face up and open for more: the hardest one a page has to draw. */
import { must } from '../../src/domain/assert';
import { lead } from '../support/lead';
import type { Lead } from '../support/lead';
import type { BenchSite } from '../support/site';

const COLUMNS = ['wind', 'anchor', 'rocks', 'island'];
const TEXT = 'what we saw in the sprint, in a sentence or two. '.repeat(2);

const cardCommand = (n: number, tiers: 1 | 2, text = `Card ${n}: ${TEXT}`): { name: string; payload: object } => ({
  name: 'addCard',
  payload: { shard: n % (tiers === 2 ? 46 : 21), column: must(COLUMNS[n % COLUMNS.length], 'column'), text },
});

export interface FullBoard {
  retroId: string;
  /** Somebody adds one more card to the first column. */
  addCard(text: string): Promise<void>;
}

/** Makes it through the app's functions; its facilitator is the site's first member. */
export async function fullBoard(site: BenchSite, cards: number): Promise<FullBoard> {
  const person: Lead = await lead(site, 'pagepagepage', 'sailboat');
  await person.run([{ name: 'advanceStep', payload: { step: 'collect' } }]);
  for (let written = 0; written < cards;) {
    // As pages do, once the board has grown: over both tiers.
    const tiers = await person.open();
    const batch = Math.min(120, cards - written);
    for (let from = 0; from < batch; from += 12) {
      const size = Math.min(12, batch - from);
      await person.run(Array.from({ length: size }, (_, i) => cardCommand(written + from + i, tiers)));
    }
    written += batch;
  }
  const tiers = await person.open();
  await person.run([{ name: 'advanceStep', payload: { step: 'reveal' } }]);
  await person.run([{ name: 'revealCards', payload: { columns: COLUMNS } }]);
  let more = 0;
  return {
    retroId: person.retroId,
    addCard: (text) => person.run([cardCommand((more += 4), tiers, text)]),
  };
}
