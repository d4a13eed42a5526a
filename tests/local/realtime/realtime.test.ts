import { BUILD_MS, startFixture, type FixtureSite } from '../support/fixture-site';
import { openPage, type PageStream } from '../support/page-stream';

let fixture: FixtureSite;
const open: PageStream[] = [];
beforeAll(async () => {
  fixture = await startFixture();
}, BUILD_MS);
afterAll(async () => {
  open.forEach((page) => page.close());
  await fixture.close();
});
// each test has its own second of site time, and with it its own 50 operations
beforeEach(async () => {
  await fixture.post('/adversary', {});
  await fixture.post('/clock', { advance: 'PT2S' });
});

const person = (at: number): string => fixture.people[at]?.accountId ?? '';
async function page(at = 0, projectKey = fixture.projectKey): Promise<PageStream> {
  const opened = await openPage(fixture.site, { as: person(at), projectKey });
  open.push(opened);
  return opened;
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
interface Published {
  eventId: string | null;
  errors?: { message: string }[];
}
const publishGlobal = (channel: string, message: unknown, options?: object): Promise<Published> =>
  fixture.invoke('publishGlobal', { channel, message, options });
const sign = (channel: string, claims: unknown, permissions?: string[]) =>
  fixture.invoke<{ token: string; expiresAt: number }>('sign', { channel, claims, permissions });

it('brings what a function publishes globally to every page of the installation, as an object', async () => {
  const [first, second] = [await page(0), await page(1)];
  await first.subscribe('everybody', { isGlobal: true });
  await second.subscribe('everybody', { isGlobal: true });
  expect((await publishGlobal('everybody', { n: 1 })).eventId).toEqual(expect.any(String));
  expect(await first.expectPayloads(1)).toEqual([{ n: 1 }]);
  expect(await second.expectPayloads(1)).toEqual([{ n: 1 }]);
});

it('says eventId null when nobody listens', async () => {
  expect((await publishGlobal('deserted', {})).eventId).toBeNull();
});

it('keeps scoped channels within the same module and project', async () => {
  const { projects } = await fixture.get<{ projects: { projectKey: string }[] }>('/health');
  const here = await page(0);
  const elsewhere = await page(0, projects[1]?.projectKey);
  await here.subscribe('scoped');
  await elsewhere.subscribe('scoped');
  await fixture.invoke('publish', { channel: 'scoped', message: { from: 'here' } });
  expect(await here.expectPayloads(1)).toEqual([{ from: 'here' }]);
  await settle();
  expect(elsewhere.payloads()).toEqual([]);
});

it('delivers only between equal claims', async () => {
  const listener = await page(0);
  const mine = await sign('claimed', { retro: 'r1', epoch: 1 });
  const older = await sign('claimed', { retro: 'r1', epoch: 0 });
  expect((await listener.subscribe('claimed', { isGlobal: true, options: { token: mine.token } })).ok).toBe(true);
  await publishGlobal('claimed', { n: 0 });
  await publishGlobal('claimed', { n: 1 }, { token: older.token });
  await publishGlobal('claimed', { n: 2 }, { token: (await sign('claimed', { epoch: 1, retro: 'r1' })).token });
  expect(await listener.expectPayloads(1)).toEqual([{ n: 2 }]);
  await settle();
  expect(listener.payloads()).toHaveLength(1);
});

it('refuses a forged token, a foreign channel and a missing permission', async () => {
  const listener = await page(0);
  const { token } = await sign('own', {}, ['publish']);
  const attempt = async (channel: string, text: string): Promise<string | undefined> =>
    (await listener.subscribe(channel, { isGlobal: true, options: { token: text } })).error;
  expect(await attempt('own', token)).toBe('MISSING_PERMISSION');
  expect(await attempt('foreign', token)).toBe('CHANNEL_NAME_MISMATCH');
  expect(await attempt('own', `${token.slice(0, -2)}xx`)).toBe('INVALID_TOKEN');
  const published = await listener.command<Published>('publishRealtimeChannel', {
    channelName: 'own',
    eventPayload: {},
    isGlobal: true,
    options: { token: (await sign('own', {}, ['subscribe'])).token },
  });
  expect(published.value?.errors).toEqual([{ message: 'MISSING_PERMISSION' }]);
});

it('refuses an expired token', async () => {
  const { token } = await sign('old', {});
  await fixture.post('/clock', { advance: 'PT61M' });
  const listener = await page(0);
  expect((await listener.subscribe('old', { isGlobal: true, options: { token } })).error).toBe('TOKEN_EXPIRED');
});

it('replays what was published in the last seconds before the subscription', async () => {
  await publishGlobal('replayed', { n: 1 });
  const listener = await page(0);
  await listener.subscribe('replayed', { isGlobal: true, options: { replaySeconds: 30 } });
  expect(await listener.expectPayloads(1)).toEqual([{ n: 1 }]);
});

it('stops after unsubscribing', async () => {
  const listener = await page(0);
  await listener.subscribe('left', { isGlobal: true });
  await listener.command('unsubscribeRealtimeChannel', {
    stream: listener.events[0]?.data.stream,
    subscriptionId: 'left',
  });
  await publishGlobal('left', {});
  await settle();
  expect(listener.payloads()).toEqual([]);
});

it('allows 50 operations a second: publishing, subscribing and signing together', async () => {
  const listener = await page(0);
  const sixty = Array.from({ length: 60 }, (_, at) => at);
  const [signed, subscribed] = await Promise.all([
    Promise.all(
      sixty.map(() =>
        fixture.invoke<{ token: string | null; errors?: { message: string }[] }>('sign', {
          channel: 'many',
          claims: {},
        }),
      ),
    ),
    Promise.all(sixty.map((at) => listener.subscribe(`many${at}`, { isGlobal: true }))),
  ]);
  const refused = [...signed.map(({ errors }) => errors?.[0]?.message), ...subscribed.map(({ error }) => error)].filter(
    (error) => error !== undefined,
  );
  // at worst the 120 fall into two seconds
  expect(refused.length).toBeGreaterThanOrEqual(20);
  expect(new Set(refused)).toEqual(new Set(['RATE_LIMIT_EXCEEDED']));
});

describe('with an adversary', () => {
  it('loses, and doubles, as often as asked', async () => {
    const listener = await page(0);
    await listener.subscribe('lossy', { isGlobal: true });
    await fixture.post('/adversary', { lose: 1 });
    await publishGlobal('lossy', { n: 1 });
    await fixture.post('/adversary', { duplicate: 1 });
    await publishGlobal('lossy', { n: 2 });
    expect(await listener.expectPayloads(2)).toEqual([{ n: 2 }, { n: 2 }]);
  });

  it('brings messages out of order', async () => {
    const listener = await page(0);
    await listener.subscribe('unordered', { isGlobal: true });
    await fixture.post('/adversary', { reorder: 0.5, seed: 7 });
    for (let n = 0; n < 12; n += 1) await publishGlobal('unordered', { n });
    const numbers = (await listener.expectPayloads(12)).map((payload) => (payload as { n: number }).n);
    expect([...numbers].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));
  });

  it('cuts the stream of who goes offline, refuses commands, and lets them come back', async () => {
    const listener = await page(2);
    await listener.subscribe('cut', { isGlobal: true });
    await fixture.post('/adversary', { offline: [person(2)] });
    await listener.ended;
    await expect(listener.command('getContext')).rejects.toThrow('fetch failed');
    await publishGlobal('cut', {});
    await fixture.post('/adversary', {});
    const back = await page(2);
    expect((await back.subscribe('cut', { isGlobal: true })).ok).toBe(true);
    expect(listener.payloads()).toEqual([]);
  });

  it('delivers the text a function published under the variant event-string', async () => {
    const listener = await page(0);
    await listener.subscribe('texts', { isGlobal: true });
    await fixture.post('/variant', { variant: 'event-string' });
    await publishGlobal('texts', { n: 1 });
    expect(await listener.expectPayloads(1)).toEqual(['{"n":1}']);
    await fixture.post('/variant', { variant: 'none' });
  });
});

it('remembers every byte a viewer was sent', async () => {
  const listener = await page(3);
  await listener.subscribe('heard', { isGlobal: true });
  await publishGlobal('heard', { secret: 'umbrella' });
  await listener.expectPayloads(1);
  const heard = async (at: number): Promise<string> =>
    JSON.stringify(await fixture.get(`/traffic?as=${encodeURIComponent(person(at))}`));
  expect(await heard(3)).toContain('umbrella');
  expect(await heard(4)).not.toContain('umbrella');
});
