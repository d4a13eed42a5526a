import { BUILD_MS, startFixture, type Caught, type FixtureSite } from '../support/fixture-site';

let fixture: FixtureSite;
beforeAll(async () => {
  fixture = await startFixture('platform-app', { limits: false });
}, BUILD_MS);
afterAll(() => fixture.close());
afterEach(() => fixture.post('/variant', { variant: 'none' }));

const call = <T = unknown>(functionKey: string, payload: unknown): Promise<Caught<T>> =>
  fixture.invoke(functionKey, payload);
const under = (variant: string): Promise<unknown> => fixture.post('/variant', { variant });

it('answers a failed condition with another code', async () => {
  await under('condition-code');
  expect(await call('transact', { check: [{ key: 'absent', ifRev: 1 }] })).toMatchObject({
    status: 409,
    code: 'TRANSACTION_CONFLICT',
  });
});

it('answers an existing key with another code', async () => {
  await under('conflict-code');
  await call('set', { key: 'there', value: 1 });
  expect(await call('set', { key: 'there', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } })).toMatchObject({
    status: 409,
    code: 'KEY_ALREADY_EXISTS',
  });
});

it('leaves missing keys out of a batch', async () => {
  await under('batch-missing');
  expect((await call('batchGet', { items: [{ key: 'nowhere' }] })).done).toEqual({
    successfulKeys: [],
    failedKeys: [],
  });
});

it('reads a batch that is up to half a second old, and a single key as it is', async () => {
  await call('set', { key: 'aging', value: 'old' });
  await fixture.post('/clock', { advance: 'PT10S' });
  await call('set', { key: 'aging', value: 'new' });
  await under('batch-stale');
  const seen = await Promise.all(
    Array.from({ length: 30 }, () =>
      call<{ successfulKeys: { value: string }[] }>('batchGet', { items: [{ key: 'aging' }] }),
    ),
  );
  expect(new Set(seen.map(({ done }) => done?.successfulKeys[0]?.value))).toContain('old');
  expect(await call('get', { key: 'aging' })).toEqual({ done: 'new' });
});

it('shows an expired value for up to 48 hours', async () => {
  await under('expired-visible');
  await call('set', { key: 'expired', value: 1, options: { keyPolicy: 'OVERRIDE', ttl: { value: 1, unit: 'HOURS' } } });
  await fixture.post('/clock', { advance: 'PT2H' });
  expect(await call('get', { key: 'expired' })).toEqual({ done: 1 });
  await fixture.post('/clock', { advance: 'P3D' });
  expect(await call('get', { key: 'expired' })).toEqual({});
});

it('can be all on at once, and names what it does not know', async () => {
  expect(await under('all')).toMatchObject({
    on: expect.arrayContaining(['batch-limit', 'event-string', 'late-events']) as string[],
  });
  expect(await under('nonsense')).toEqual({ error: expect.stringContaining('Unknown variant "nonsense"') as string });
});
