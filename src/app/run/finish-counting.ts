/** The tally of a voting round whose gates are shut. Can be begun again by anybody at any time: it counts what lies there. */
import type { Ballot } from '#domain/ballot';
import { tally, used } from '#domain/ballot';
import type { VotingResult } from '#domain/voting';
import type { App } from '../app';
import { eventsOf, publishAll } from '../live/announce';
import type { Document } from '../live/document';
import { boardParts, load } from '../live/load';
import { rosterOf, readBallots } from '../live/roster';
import { wireKey } from '../live/wire';
import { recordName } from '../ports/records';

const ATTEMPTS = 8;

/** Counts every ballot once and writes the result; the document afterwards, or null if it could not be finished now. */
export async function finishCounting(app: App, retroId: string): Promise<Document | null> {
  for (let n = 1; n <= ATTEMPTS; n += 1) {
    const loaded = await load(app, retroId, boardParts(), { strict: true, extra: [wireKey(retroId)] });
    if (!loaded) return null;
    const { doc, records } = loaded;
    const voting = doc.head.voting;
    if (voting?.state !== 'counting') return doc;
    const roster = rosterOf(doc);
    const stored = await readBallots(app, doc.head, roster, voting.round, 'strict');
    const ballots = stored.flatMap((record) => (record ? [record.body as Ballot] : []));
    const result: VotingResult = {
      round: voting.round,
      totals: tally(ballots),
      cast: ballots.reduce((sum, ballot) => sum + used(ballot), 0),
      possible: roster.length * voting.budget,
      voters: ballots.filter((ballot) => used(ballot) > 0).length,
    };
    doc.setHead({ ...doc.head, voting: { ...voting, state: 'closed' } });
    doc.setSetup({ ...doc.setup, results: [...doc.setup.results.filter((one) => one.round !== voting.round), result] });
    if ((await app.records.commit(doc.changes())) === 'done') {
      await publishAll(app, doc, records.get(recordName(wireKey(retroId))), eventsOf(doc, {}));
      return doc;
    }
    await app.clock.sleep(20 * n);
  }
  app.log('counting-unfinished', {});
  return null;
}
