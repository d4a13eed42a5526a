/** The same promises, kept by the real @forge/kvs over the local site - also where Forge's undocumented answers are all the other way. */
import type { Records, StoredRecord } from '../../src/app/ports/records';
import { BUILD_MS, startFixture } from '../local/support/fixture-site';
import type { FixtureSite } from '../local/support/fixture-site';
import { recordsSuite } from './records-suite';

jest.setTimeout(BUILD_MS);
const sites: FixtureSite[] = [];
afterAll(() => Promise.all(sites.map((site) => site.close())));

/** `Records` whose every call is an invocation of the fixture app. */
const remote = (site: FixtureSite): Records => ({
  readMany: async (keys, mode = 'quick') =>
    new Map(await site.invoke<[string, StoredRecord][]>('readMany', { keys, mode })),
  commit: (changes) => site.invoke('commit', { changes }),
  create: async (at, record) => (await site.invoke<{ created: boolean }>('create', { at, record })).created,
  removeMany: (keys) => site.invoke('removeMany', { keys }),
  query: (query) => site.invoke('query', query),
});

for (const variant of ['none', 'all'])
  recordsSuite(`@forge/kvs, variants: ${variant}`, async () => {
    const site = await startFixture('records-app', { variant });
    sites.push(site);
    return {
      records: remote(site),
      inside: (work) => work(),
      settleIndex: async () => void (await site.post('/clock', { advance: 'PT3S' })),
    };
  });
