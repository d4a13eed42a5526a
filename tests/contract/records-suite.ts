/** What `Records` promises, held against every implementation: the fake in memory and the real packages over the local site. */
import type { Records, StoredRecord } from '../../src/app/ports/records';
import { recordName } from '../../src/app/ports/records';

const at = (key: string) => ({ entity: 'live' as const, key });
const record = (rev: number, body: unknown, attributes: StoredRecord['attributes'] = {}): StoredRecord => ({
  rev,
  body,
  attributes,
});

/** `inside` runs a piece of work where the implementation can work (an invocation, for the real one). */
export function recordsSuite(
  name: string,
  make: () => Promise<{
    records: Records;
    inside: <T>(work: () => Promise<T>) => Promise<T>;
    settleIndex: () => Promise<void>;
  }>,
): void {
  describe(`storage of records: ${name}`, () => {
    let records: Records;
    let inside: <T>(work: () => Promise<T>) => Promise<T>;
    let settleIndex: () => Promise<void>;
    let run = 0;
    const key = (tail: string): string => `suite${run}:${tail}`;

    beforeAll(async () => {
      ({ records, inside, settleIndex } = await make());
    });
    beforeEach(() => {
      run += 1;
    });

    it('reads back what was written, whole', () =>
      inside(async () => {
        const body = { text: 'héllo 😀', deep: [{ n: 1.5, yes: true, nothing: null }] };
        await records.create(at(key('a')), record(1, body, { open: true }));
        const found = await records.readMany([at(key('a'))]);
        expect(found.get(recordName(at(key('a'))))).toEqual(record(1, body, { open: true }));
      }));

    it('leaves missing records out, and only those, however many are asked for', () =>
      inside(async () => {
        await Promise.all(Array.from({ length: 30 }, (_, i) => records.create(at(key(`m${i}`)), record(1, i))));
        const asked = Array.from({ length: 40 }, (_, i) => at(key(`m${i}`)));
        for (const mode of ['quick', 'strict'] as const) {
          const found = await records.readMany(asked, mode);
          expect([...found.keys()].sort()).toEqual(asked.slice(0, 30).map(recordName).sort());
        }
      }));

    it('creates a record once: of many at the same time, one wins', () =>
      inside(async () => {
        const tries = await Promise.all(
          Array.from({ length: 8 }, (_, i) => records.create(at(key('once')), record(1, i))),
        );
        expect(tries.filter(Boolean)).toHaveLength(1);
        const winner = tries.indexOf(true);
        const found = await records.readMany([at(key('once'))], 'strict');
        expect(found.get(recordName(at(key('once'))))?.body).toBe(winner);
      }));

    it('changes several records together, or none', () =>
      inside(async () => {
        await records.create(at(key('x')), record(1, 'x'));
        await records.create(at(key('y')), record(1, 'y'));
        const both = (revOfY: number): Parameters<Records['commit']>[0] => [
          { op: 'set', at: at(key('x')), ifRev: 1, record: record(2, 'x2') },
          { op: 'set', at: at(key('y')), ifRev: revOfY, record: record(2, 'y2') },
        ];
        expect(await records.commit(both(7))).toBe('conflict');
        let found = await records.readMany([at(key('x')), at(key('y'))], 'strict');
        expect([...found.values()].map((one) => one.body)).toEqual(['x', 'y']);
        expect(await records.commit(both(1))).toBe('done');
        found = await records.readMany([at(key('x')), at(key('y'))], 'strict');
        expect([...found.values()].map((one) => one.body)).toEqual(['x2', 'y2']);
      }));

    it('lets one of two writers of the same revision win', () =>
      inside(async () => {
        await records.create(at(key('race')), record(1, 0));
        const writers = Array.from({ length: 6 }, (_, i) =>
          records.commit([{ op: 'set', at: at(key('race')), ifRev: 1, record: record(2, i + 1) }]),
        );
        const answers = await Promise.all(writers);
        expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
      }));

    it('refuses a condition on a record that is not there', () =>
      inside(async () => {
        const change = { op: 'set' as const, at: at(key('none')), ifRev: 1, record: record(2, 'x') };
        expect(await records.commit([change])).toBe('conflict');
        expect((await records.readMany([at(key('none'))], 'strict')).size).toBe(0);
      }));

    it('checks an attribute without changing the record', () =>
      inside(async () => {
        await records.create(at(key('gate')), record(1, {}, { open: true }));
        await records.create(at(key('ballot')), record(1, 0));
        const vote = (rev: number): Parameters<Records['commit']>[0] => [
          { op: 'check', at: at(key('gate')), ifAttribute: { name: 'open', value: true } },
          { op: 'set', at: at(key('ballot')), ifRev: rev, record: record(rev + 1, rev) },
        ];
        expect(await records.commit(vote(1))).toBe('done');
        const shut = record(2, {}, { open: false });
        await records.commit([{ op: 'set', at: at(key('gate')), ifRev: 1, record: shut }]);
        expect(await records.commit(vote(2))).toBe('conflict');
      }));

    it('deletes under a condition, and many without', () =>
      inside(async () => {
        await records.create(at(key('d1')), record(3, 1));
        expect(await records.commit([{ op: 'delete', at: at(key('d1')), ifRev: 1 }])).toBe('conflict');
        expect(await records.commit([{ op: 'delete', at: at(key('d1')), ifRev: 3 }])).toBe('done');
        const many = Array.from({ length: 28 }, (_, i) => at(key(`dm${i}`)));
        await Promise.all(many.map((one) => records.create(one, record(1, 1))));
        await records.removeMany([...many, at(key('never-was'))]);
        expect((await records.readMany(many, 'strict')).size).toBe(0);
      }));

    it('finds records by an index, newest first, page by page, each once', async () => {
      const team = `p${700000 + run}`;
      await inside(() =>
        Promise.all(
          Array.from({ length: 12 }, (_, i) =>
            records.create(
              { entity: 'retro', key: `${team}.${String(i).padStart(12, '0')}` },
              record(1, i, { teamId: team, state: i % 2 ? 'closed' : 'running', projectId: '1', at: 100 + i }),
            ),
          ),
        ),
      );
      await settleIndex();
      await inside(async () => {
        const seen: unknown[] = [];
        let cursor: string | undefined;
        do {
          const page = await records.query({
            entity: 'retro',
            index: 'by-team',
            partition: [team],
            newestFirst: true,
            limit: 5,
            ...(cursor ? { cursor } : {}),
          });
          seen.push(...page.rows.map((row) => row.record.body));
          cursor = page.cursor ?? undefined;
        } while (cursor);
        expect(seen).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
        const range = await records.query({
          entity: 'retro',
          index: 'by-team',
          partition: [team],
          range: { from: 103, to: 105 },
          limit: 50,
        });
        expect(range.rows.map((row) => row.record.body)).toEqual([3, 4, 5]);
      });
    });
  });
}
