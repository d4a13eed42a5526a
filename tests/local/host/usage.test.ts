import { BUILD_MS, startFixture, type Caught, type FixtureSite } from '../support/fixture-site';

let fixture: FixtureSite;
beforeAll(async () => {
  fixture = await startFixture();
}, BUILD_MS);
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.post('/clock', { advance: 'PT1M1S' });
  await fetch(`${fixture.site.url}/local/api/usage`, { method: 'DELETE' });
});

interface Report {
  invocations: number;
  kvsReadUnits: number;
  kvsWriteUnits: number;
  kvsReadBytes: number;
  kvsWriteBytes: number;
  kvsRequests: number;
  gbSeconds: number;
  jiraPoints: number;
  usd: { total: number; compute: number; kvsWrites: number };
  refused: Record<string, number>;
}
const usage = (): Promise<Report> => fixture.get('/usage');

it('counts a write by its bytes and its units of 10 KB', async () => {
  await fixture.invoke('set', { key: 'k', value: 'x'.repeat(25_000) });
  expect(await usage()).toMatchObject({
    invocations: 1,
    kvsRequests: 1,
    kvsWriteUnits: 3,
    kvsWriteBytes: 25_003,
    kvsReadUnits: 0,
  });
});

it('rounds a batch once, and an empty read to 1 KB', async () => {
  await fixture.invoke('batchSet', {
    items: Array.from({ length: 10 }, (_, at) => ({ key: `b${at}`, value: 'x'.repeat(900) })),
  });
  await fixture.invoke('get', { key: 'never' });
  expect(await usage()).toMatchObject({ kvsWriteUnits: 1, kvsReadUnits: 1, kvsReadBytes: 1_000 });
});

it('prices what it counted at Forge’s list', async () => {
  await fixture.invoke('set', { key: 'price', value: 'x'.repeat(100_000) });
  const { usd, gbSeconds, kvsWriteBytes } = await usage();
  expect(gbSeconds).toBeCloseTo(0.25 * 0.25, 5);
  expect(usd.compute).toBeCloseTo(0.0625 * 0.000025, 10);
  expect(usd.kvsWrites).toBeCloseTo((kvsWriteBytes / 1e9) * 1.09, 10);
  expect(usd.total).toBeGreaterThan(usd.compute);
});

it('charges Jira’s points for what a function asks, and none for a person’s own client', async () => {
  await fixture.invoke('jira', { path: '/rest/api/3/myself' });
  const { jiraPoints } = await usage();
  expect(jiraPoints).toBeGreaterThan(0);
  const user = fixture.people[0];
  const authorization = `Basic ${Buffer.from(`${user?.email}:any`).toString('base64')}`;
  const response = await fetch(`${fixture.site.url}/rest/api/3/myself`, { headers: { authorization } });
  expect(((await response.json()) as { accountId: string }).accountId).toBe(user?.accountId);
  expect((await usage()).jiraPoints).toBe(jiraPoints);
});

it('refuses what exceeds 4,000 write units a minute, until the next minute', async () => {
  const write = (key: string): Promise<Caught> => fixture.invoke('fill', { prefix: key, count: 17, bytes: 240_000 });
  const codes = [];
  for (let at = 0; at < 11; at += 1) codes.push((await write(`w${at}:`)).code);
  expect(codes.at(-1)).toBe('RATE_LIMIT_EXCEEDED');
  expect((await usage()).refused).toHaveProperty('kvsWriteUnits');
  await fixture.post('/clock', { advance: 'PT1M' });
  expect((await write('again')).code).toBeUndefined();
}, 30_000);
