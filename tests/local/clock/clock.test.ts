import { BUILD_MS, startFixture, type FixtureSite } from '../support/fixture-site';

let fixture: FixtureSite;
beforeEach(async () => {
  fixture = await startFixture();
}, BUILD_MS);
afterEach(() => fixture.close());

interface Hour {
  at: string;
  principal: unknown;
  asUser: string;
  scoped: string;
}
const seen = async <T>(kind: string): Promise<T[]> => {
  const stored = await fixture.get<{ key: string; value: T[] }[]>('/storage');
  return stored.find(({ key }) => key === `seen:${kind}`)?.value ?? [];
};
const advance = (duration: string): Promise<{ now: number }> => fixture.post('/clock', { advance: duration });

it('runs the hourly function at each full hour on the way, in order, without a user', async () => {
  const { now: before } = await fixture.get<{ now: number }>('/clock');
  const { now } = await advance('P1D');
  expect(now - before).toBeGreaterThanOrEqual(86_400_000);
  const ticks = await seen<Hour>('hour');
  expect(ticks).toHaveLength(24);
  expect(ticks.map(({ at }) => at.slice(14, 19))).toEqual(Array.from({ length: 24 }, () => '00:00'));
  expect([...ticks].sort((a, b) => (a.at < b.at ? -1 : 1))).toEqual(ticks);
  expect(ticks[0]).toMatchObject({
    principal: null,
    asUser: 'NEEDS_AUTHENTICATION_ERR',
    scoped: 'Unauthorized request',
  });
});

it('refuses a duration it does not understand', async () => {
  expect(await fixture.post('/clock', { advance: 'tomorrow' })).toEqual({
    error: 'Not an ISO 8601 duration: "tomorrow"',
  });
});

it('misses, doubles and delays ticks as often as asked', async () => {
  await fixture.post('/adversary', { scheduler: { miss: 1 } });
  await advance('PT2H');
  expect(await seen('hour')).toHaveLength(0);
  await fixture.post('/adversary', { scheduler: { duplicate: 1 } });
  await advance('PT1H');
  expect((await fixture.get<{ result: unknown }[]>('/ticks')).filter(({ result }) => result !== 'missed')).toHaveLength(
    2,
  );
  await fixture.post('/adversary', { scheduler: { lateMinutes: 7 } });
  await advance('PT1H10M');
  expect((await seen<Hour>('hour')).at(-1)?.at.slice(14, 16)).toBe('07');
});

it('lets a run die after its first request, which is carried out', async () => {
  await fixture.post('/adversary', { scheduler: { crashAt: 4 } });
  await advance('PT1H');
  // the requests are: Jira, publish, get, set of the list, set of hour:after
  expect(await seen('hour')).toHaveLength(1);
  const keys = (await fixture.get<{ key: string }[]>('/storage')).map(({ key }) => key);
  expect(keys).not.toContain('hour:after');
  expect(await fixture.get('/ticks')).toEqual([
    expect.objectContaining({ result: expect.objectContaining({ ok: false }) as unknown }),
  ]);
});

it('holds a scheduled function to its return form under the variant', async () => {
  await fixture.invoke('set', { key: 'hour:return', value: 'done' });
  await fixture.post('/variant', { variant: 'scheduled-return' });
  await advance('PT1H');
  expect(await fixture.get('/ticks')).toEqual([
    expect.objectContaining({
      result: expect.objectContaining({ ok: false, errorType: 'FAILED_DEPENDENCY' }) as unknown,
    }),
  ]);
});

it('delivers queued events in the order of their due time, and again when the consumer asks for it', async () => {
  const events = [
    { body: { name: 'late', retries: 0 }, delayInSeconds: 600 },
    { body: { name: 'soon', retries: 1 }, delayInSeconds: 60 },
  ];
  expect(await fixture.invoke('push', { jobId: 'job', events })).toBe(201);
  await advance('PT15M');
  const delivered = await seen<{ body: { name: string }; retryCount: number }>('queue');
  expect(delivered.map(({ body, retryCount }) => `${body.name} ${retryCount}`)).toEqual(['soon 0', 'soon 1', 'late 0']);
});

it('refuses a delay over 900 seconds', async () => {
  expect(await fixture.invoke('push', { jobId: 'job', events: [{ body: {}, delayInSeconds: 901 }] })).toBe(400);
});

it('ends a function at its time-out; what it does afterwards is not carried out', async () => {
  await fixture.invoke('push', { jobId: 'job', queue: 'slow', events: [{ body: {} }] });
  await fixture.post('/clock', { advance: 'PT0S' });
  await new Promise((resolve) => setTimeout(resolve, 800));
  const keys = (await fixture.get<{ key: string }[]>('/storage')).map(({ key }) => key);
  expect(keys).toContain('slow:before');
  expect(keys).not.toContain('slow:after');
  expect(JSON.stringify(await fixture.get('/logs'))).toContain('timed out after 1 seconds');
});
