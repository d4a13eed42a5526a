import { BUILD_MS, startFixture, type Caught, type FixtureSite } from '../support/fixture-site';

let fixture: FixtureSite;
beforeAll(async () => {
  fixture = await startFixture();
}, BUILD_MS);
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.post('/adversary', {});
  await fixture.post('/clock', { advance: 'PT1M1S' });
});

const person = (at: number): string => fixture.people[at]?.accountId ?? '';
const raw = (body: unknown): Promise<{ ok: boolean; value?: unknown; error?: string }> => fixture.post('/invoke', body);

it('gives the resolver its payload, the module and the account of the caller', async () => {
  const seen = await fixture.invoke<{ payload: unknown; context: Record<string, unknown> }>(
    'echo',
    { a: 1 },
    person(1),
  );
  expect(seen.payload).toEqual({ a: 1 });
  expect(seen.context).toMatchObject({
    accountId: person(1),
    moduleKey: 'test-page',
    extension: { type: 'jira:projectPage', project: { key: fixture.projectKey, type: 'software' } },
    siteUrl: fixture.site.url,
  });
});

it('keeps forty callers at once apart', async () => {
  const asked = Array.from({ length: 40 }, (_, at) => person(at % 6));
  const seen = await Promise.all(
    asked.map((as) => fixture.invoke<Caught<{ body: string }>>('jira', { path: '/rest/api/3/myself' }, as)),
  );
  expect(seen.map(({ done }) => (JSON.parse(done?.body ?? '{}') as { accountId: string }).accountId)).toEqual(asked);
});

it('passes values through JSON, both ways', async () => {
  expect(await fixture.invoke('lossy')).toEqual({ date: '1970-01-01T00:00:00.000Z' });
  expect(
    await raw({ as: person(0), module: 'test-page', projectKey: fixture.projectKey, functionKey: 'nothing' }),
  ).toEqual({ ok: true });
});

it('answers errors of a function, of an unknown key, module and person', async () => {
  const base = { as: person(0), module: 'test-page', projectKey: fixture.projectKey, functionKey: 'throws' };
  expect((await raw(base)).error).toContain('Broken on purpose');
  expect((await raw({ ...base, functionKey: 'missing' })).error).toContain("Resolver has no definition for 'missing'.");
  expect((await raw({ ...base, module: 'no-page' })).error).toBe('The module no-page has no resolver.');
  expect((await raw({ ...base, as: 'nobody' })).error).toBe('Unknown account: nobody');
  expect((await raw({ ...base, projectKey: 'NOPE' })).error).toBe('Unknown project: NOPE');
});

it('refuses a request over 500 KB and an answer over 5 MB', async () => {
  await expect(fixture.invoke('echo', { text: 'x'.repeat(600_000) })).rejects.toThrow('500 KB');
  await expect(fixture.invoke('large', { bytes: 5 * 1024 * 1024 + 1 })).rejects.toThrow('5 MB');
  expect(await fixture.invoke<string>('large', { bytes: 1_000_000 })).toHaveLength(1_000_000);
});

it('lets no function fetch from the internet', async () => {
  const { message } = await fixture.invoke<Caught>('fetch', { url: 'https://example.com' });
  expect(message).toContain('URL not included in the external fetch backend permissions: https://example.com');
});

it('refuses the 1,201st call of one person within a minute, and nobody else’s', async () => {
  const { site } = fixture;
  const call = (at: number) => site.invoke({ accountId: person(at), module: 'test-page' }, { functionKey: 'nothing' });
  // from the second second of a minute on, at most 300 calls a second
  await site.advance(`PT${61 - Math.floor((site.clock.now() / 1000) % 60)}S`);
  const outcomes = [];
  for (let second = 0; second < 5; second += 1) {
    outcomes.push(...(await Promise.all(Array.from({ length: 250 }, () => call(0)))));
    await site.advance('PT1S');
  }
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1_200);
  expect((await call(1)).ok).toBe(true);
  expect((await fixture.get<{ refused: object }>('/usage')).refused).toHaveProperty('invocationsPerUserMinute');
});

it('shows functions the time of the site, which moves', async () => {
  await fixture.post('/clock', { advance: 'P1D' });
  const { now: site } = await fixture.get<{ now: number }>('/clock');
  const seen = await fixture.invoke<{ now: number; made: number; isDate: boolean }>('now');
  expect(Math.abs(seen.now - site)).toBeLessThan(5_000);
  expect(Math.abs(seen.made - site)).toBeLessThan(5_000);
  expect(seen.isDate).toBe(true);
});

it('keeps what functions wrote to their console', async () => {
  await fixture.invoke('log', { word: 'hello' });
  expect(await fixture.get('/logs')).toContainEqual(
    expect.objectContaining({ functionKey: 'resolver', level: 'log', text: "said { word: 'hello' }" }),
  );
});

it('sends undefined as {} under its variant', async () => {
  await fixture.post('/variant', { variant: 'undefined-as-object' });
  expect(await fixture.invoke('nothing')).toEqual({});
  await fixture.post('/variant', { variant: 'none' });
});

describe('with an adversary', () => {
  it('refuses an option it does not have', async () => {
    expect(await fixture.post('/adversary', { losses: 1 })).toEqual({
      error: expect.stringContaining('no option "losses"') as string,
    });
  });

  it('carries out a call whose answer is lost', async () => {
    await fixture.post('/adversary', { loseAnswers: 1 });
    await expect(fixture.invoke('set', { key: 'unheard', value: 1 })).rejects.toThrow('fetch failed');
    await fixture.post('/adversary', {});
    expect(await fixture.invoke('get', { key: 'unheard' })).toEqual({ done: 1 });
  });

  it('gives a person who is offline no connection, and everybody else theirs', async () => {
    await fixture.post('/adversary', { offline: [person(0)] });
    await expect(fixture.invoke('set', { key: 'offline', value: 1 })).rejects.toThrow('fetch failed');
    expect(await fixture.invoke('get', { key: 'offline' }, person(1))).toEqual({});
  });

  it('fails a write after it was committed', async () => {
    await fixture.post('/adversary', { failAfterCommit: 1 });
    expect(await fixture.invoke<Caught>('set', { key: 'committed', value: 1 })).toMatchObject({ status: 500 });
    await fixture.post('/adversary', {});
    expect(await fixture.invoke('get', { key: 'committed' })).toEqual({ done: 1 });
  });

  it('throttles storage with the platform’s code', async () => {
    await fixture.post('/adversary', { throttle: 1 });
    expect(await fixture.invoke<Caught>('get', { key: 'x' })).toMatchObject({
      status: 429,
      code: 'RATE_LIMIT_EXCEEDED',
    });
  });

  it('shows queries an older index, but never a stale get', async () => {
    await fixture.invoke('set', { key: 'stale:1', value: 'before' });
    await fixture.post('/clock', { advance: 'PT10S' });
    await fixture.invoke('set', { key: 'stale:1', value: 'after' });
    await fixture.invoke('set', { key: 'stale:2', value: 'new' });
    await fixture.post('/adversary', { staleQueries: 5_000, seed: 3 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        fixture.invoke<Caught<{ results: { value: string }[] }>>('query', { prefix: 'stale:' }),
      ),
    );
    const pictures = new Set(answers.map(({ done }) => done?.results.map(({ value }) => value).join()));
    expect(pictures).toContain('before');
    expect(await fixture.invoke('get', { key: 'stale:1' })).toEqual({ done: 'after' });
  });

  it('makes two transactions that only check one record conflict while they overlap', async () => {
    await fixture.invoke('transact', { set: [{ key: 'gate', value: { rev: 0 } }] });
    const overlapping = (): Promise<Caught[]> =>
      Promise.all(
        ['x', 'y'].map((key) =>
          fixture.invoke<Caught>('transact', {
            set: [{ key: `by-${key}`, value: { rev: 0 } }],
            check: [{ key: 'gate', ifRev: 0 }],
          }),
        ),
      );
    expect((await overlapping()).map(({ code }) => code)).toEqual([undefined, undefined]);
    await fixture.post('/adversary', { checkConflicts: true });
    expect((await overlapping()).filter(({ code }) => code !== undefined)).toHaveLength(1);
  });

  it('allows so many batches a minute', async () => {
    await fixture.post('/adversary', { batchLimit: 2 });
    const batch = (): Promise<Caught> => fixture.invoke('batchGet', { items: [{ key: 'a' }] });
    const codes = [(await batch()).code, (await batch()).code, (await batch()).code];
    expect(codes).toEqual([undefined, undefined, 'RATE_LIMIT_EXCEEDED']);
  });

  it('adds latency', async () => {
    await fixture.post('/adversary', { latency: { invocationMs: [80, 0] } });
    const started = Date.now();
    await fixture.invoke('nothing');
    expect(Date.now() - started).toBeGreaterThanOrEqual(75);
  });
});
