import Database from 'libsql';
import { DOCUMENTED_LIMITS } from '../../../local/jira/limits';
import type { JiraCaller } from '../../../local/types';
import { smallSite, type SmallSite } from './small-site';

const get = (site: SmallSite, caller: JiraCaller, path: string) => site.jira.request(caller, { method: 'GET', path });

test('asUser without a user is refused with the header that makes @forge/api throw', async () => {
  const site = smallSite();
  const answer = await get(site, { provider: 'user' }, '/rest/api/3/myself');
  expect([answer.status, answer.headers.get('forge-proxy-error')]).toEqual([401, 'NEEDS_AUTHENTICATION_ERR']);
  expect((await get(site, { provider: 'none' }, '/rest/api/3/myself')).status).toBe(401);
  expect((await get(site, { provider: 'none' }, '/rest/api/3/serverInfo')).status).toBe(200);
});

test('an operation whose scope the manifest lacks is refused before Jira sees it', async () => {
  const site = smallSite({ scopes: ['read:jira-work'] });
  const made = await site
    .as('Devon')
    .post('/rest/api/3/issue', { fields: { project: { key: 'SUN' }, issuetype: { id: '10002' }, summary: 'x' } });
  expect([made.status, made.body]).toEqual([401, { code: 401, message: 'Unauthorized; scope does not match' }]);
  expect((await site.as('Devon').get('/rest/agile/1.0/sprint/38')).status).toBe(401);
  expect((await site.as('Devon').get('/rest/api/3/issue/SUN-1')).status).toBe(200);
});

test('points are counted at the documented price, and what comes through the page costs nothing', async () => {
  const site = smallSite();
  const cost = async (work: () => Promise<unknown>): Promise<number> => {
    const before = site.jira.points();
    await work();
    return site.jira.points() - before;
  };
  const devon = site.as('Devon');
  expect(await cost(() => devon.get('/rest/api/3/issue/SUN-1'))).toBe(2);
  expect(await cost(() => devon.get('/rest/api/3/myself'))).toBe(3);
  expect(await cost(() => devon.get('/rest/api/3/mypermissions?projectId=10000&permissions=BROWSE_PROJECTS'))).toBe(3);
  expect(await cost(() => devon.post('/rest/api/3/search/jql', { jql: 'sprint = 38' }))).toBe(7);
  expect(await cost(() => devon.put('/rest/api/3/issue/SUN-1', { fields: { summary: 'New' } }))).toBe(1);
  expect(
    await cost(() =>
      get(site, { provider: 'user', accountId: site.accountId('Devon'), fromBridge: true }, '/rest/api/3/issue/SUN-1'),
    ),
  ).toBe(0);
});

describe('limits, when they are on', () => {
  test('a burst on one endpoint is refused and recovers with the clock', async () => {
    const site = smallSite({
      limits: () => ({ ...DOCUMENTED_LIMITS, burstPerSecond: { GET: 3, POST: 3, PUT: 3, DELETE: 3 } }),
    });
    const devon = site.as('Devon');
    for (let index = 0; index < 3; index += 1) expect((await devon.get('/rest/api/3/issue/SUN-1')).status).toBe(200);
    const { status, headers } = await devon.get('/rest/api/3/issue/SUN-2');
    expect([status, headers.get('retry-after'), headers.get('ratelimit-reason')]).toEqual([
      429,
      '1',
      'jira-burst-based',
    ]);
    expect((await devon.get('/rest/api/3/myself')).status).toBe(200);
    site.pass(1000);
    expect((await devon.get('/rest/api/3/issue/SUN-2')).status).toBe(200);
  });

  test('one issue takes twenty writes in two seconds', async () => {
    const site = smallSite({ limits: () => DOCUMENTED_LIMITS });
    const put = (index: number) =>
      site.as('Devon').put('/rest/api/3/issue/SUN-7', { fields: { summary: `Name ${index}` } });
    for (let index = 0; index < 20; index += 1) expect((await put(index)).status).toBe(204);
    const refused = await put(20);
    expect([refused.status, refused.headers.get('ratelimit-reason')]).toEqual([429, 'jira-per-issue-on-write']);
    site.pass(2001);
    expect((await put(21)).status).toBe(204);
  });

  test("the hour's points are a wall until the next hour of UTC", async () => {
    const site = smallSite({ limits: () => ({ ...DOCUMENTED_LIMITS, pointsPerHour: 4 }) });
    const devon = site.as('Devon');
    await devon.get('/rest/api/3/issue/SUN-1');
    expect((await devon.get('/rest/api/3/issue/SUN-1')).headers.get('ratelimit')).toBe('"global-app-quota";r=0;t=3600');
    const refused = await devon.get('/rest/api/3/issue/SUN-1');
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit-reason')]).toEqual([
      429,
      '3600',
      'jira-quota-global-based',
    ]);
    site.pass(3_600_000);
    expect((await devon.get('/rest/api/3/issue/SUN-1')).status).toBe(200);
  });
});

describe('faults', () => {
  const create = { fields: { project: { key: 'SUN' }, issuetype: { id: '10002' }, summary: 'x' } };

  test('a request fails before it is carried out, or after', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    site.faults.push(
      { method: 'POST', path: '/rest/api/3/issue', status: 500 },
      { method: 'POST', path: '/rest/api/3/issue', status: 503, afterCommit: true },
    );
    expect((await devon.post('/rest/api/3/issue', create)).status).toBe(500);
    expect((await devon.get('/rest/api/3/issue/SUN-16')).status).toBe(404);
    const after = await devon.post('/rest/api/3/issue', create);
    expect([after.status, after.body.errorMessages, after.headers.get('retry-after')]).toEqual([
      503,
      ['Service Unavailable'],
      '2',
    ]);
    expect((await devon.get('/rest/api/3/issue/SUN-16')).status).toBe(200);
    expect(site.events).toHaveLength(1);
  });

  test('a time-out never answers, and gives up after 25 seconds', async () => {
    const site = smallSite();
    site.faults.push({ method: 'GET', path: '/rest/api/3/myself', timeout: true });
    jest.useFakeTimers();
    const failure = site
      .as('Devon')
      .get('/rest/api/3/myself')
      .then(
        () => 'answered',
        (problem: Error) => problem.message,
      );
    await jest.advanceTimersByTimeAsync(24_999);
    await jest.advanceTimersByTimeAsync(1);
    jest.useRealTimers();
    expect(await failure).toBe('Jira did not answer within 25 s');
  });
});

describe('what is not there', () => {
  test.each([
    ['GET', '/rest/api/3/nonsense', 404],
    ['GET', '/rest/api/3/filter/10000', 501],
    ['DELETE', '/rest/api/3/project/SUN', 405],
    ['GET', '/rest/api/3/myself?colour=red', 400],
  ])('%s %s', async (method, path, status) => {
    jest.spyOn(console, 'warn').mockImplementation();
    const site = smallSite();
    expect(
      (await site.jira.request({ provider: 'user', accountId: site.accountId('Mara') }, { method, path })).status,
    ).toBe(status);
    site.exchanges.length = 0;
  });

  test('a body that is no JSON, or does not say that it is', async () => {
    const site = smallSite();
    const send = async (headers: Record<string, string>, body: string) =>
      (
        await site.jira.request(
          { provider: 'user', accountId: site.accountId('Mara') },
          { method: 'POST', path: '/rest/api/3/issue', headers, body },
        )
      ).status;
    expect(await send({ 'content-type': 'application/json' }, '{')).toBe(400);
    expect(await send({}, '{}')).toBe(415);
    site.exchanges.length = 0;
  });
});

test('everything is still there when the site starts again on the same store', async () => {
  const store = new Database(':memory:');
  const first = smallSite({ store });
  await first.as('Devon').put('/rest/api/3/issue/SUN-7', { fields: { summary: 'Kept' } });
  const second = smallSite({ store });
  expect((await second.as('Devon').get('/rest/api/3/issue/SUN-7?fields=summary')).body.fields.summary).toBe('Kept');
  expect(second.jira.users()).toHaveLength(8);
});

test('without the demo there are people and projects, but no issue', async () => {
  const site = smallSite({ demo: 'none' });
  expect(site.jira.projects().map((project) => project.key)).toEqual(['SUN', 'MOON']);
  expect(
    (await site.as('Mara').post('/rest/api/3/search/approximate-count', { jql: 'created >= -1000d' })).body,
  ).toEqual({ count: 0 });
});
