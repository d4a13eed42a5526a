import { BUILD_MS, startFixture, type FixtureSite } from '../support/fixture-site';

let fixture: FixtureSite;
beforeEach(async () => {
  fixture = await startFixture();
}, BUILD_MS);
afterEach(() => fixture.close());

const seen = async (): Promise<Record<string, unknown>[]> => {
  const stored = await fixture.get<{ key: string; value: Record<string, unknown>[] }[]>('/storage');
  return stored.find(({ key }) => key === 'seen:event')?.value ?? [];
};
const created = 'avi:jira:created:issue';
const updated = 'avi:jira:updated:issue';

it('brings an event to the triggers that subscribed to it', async () => {
  expect(await fixture.post('/event', { name: created, data: { issue: { key: 'X-1' } } })).toEqual({ triggers: 1 });
  expect(await fixture.post('/event', { name: 'avi:jira:deleted:issue', data: {} })).toEqual({ triggers: 0 });
  expect(await seen()).toEqual([expect.objectContaining({ eventType: created, issue: { key: 'X-1' } })]);
});

it('spares the app its own events when the filter says so', async () => {
  await fixture.post('/event', { name: created, data: { selfGenerated: true } });
  expect(await seen()).toEqual([]);
});

it('judges the filter by the properties of the issue, and includes what the trigger asked for', async () => {
  const event = (kind?: string) => ({
    name: updated,
    data: { issue: { id: '1' } },
    issueProperties: kind ? { 'test.mark': { kind } } : {},
  });
  await fixture.post('/event', event());
  await fixture.post('/event', event('other'));
  await fixture.post('/event', event('marked'));
  expect(await seen()).toEqual([
    expect.objectContaining({ payloadIncludeProperties: { "issue.properties['test.mark'].kind": 'marked' } }),
  ]);
});

it('delivers late and out of order under its variant, within three minutes', async () => {
  await fixture.post('/variant', { variant: 'late-events' });
  for (let n = 0; n < 8; n += 1) await fixture.post('/event', { name: created, data: { n } });
  expect((await seen()).length).toBeLessThan(8);
  await fixture.post('/clock', { advance: 'PT3M' });
  const order = (await seen()).map(({ n }) => n as number);
  expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(order).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('hears of an issue that somebody creates in Jira', async () => {
  const user = fixture.people[0];
  const headers = {
    authorization: `Basic ${Buffer.from(`${user?.email}:x`).toString('base64')}`,
    'content-type': 'application/json',
  };
  const fields = { project: { key: fixture.projectKey }, summary: 'Made by hand', issuetype: { name: 'Task' } };
  const response = await fetch(`${fixture.site.url}/rest/api/3/issue`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ fields }),
  });
  expect(response.status).toBe(201);
  await fixture.post('/clock', { advance: 'PT1S' });
  expect(await seen()).toEqual([expect.objectContaining({ eventType: created })]);
});

it('lets the adversary make Jira fail, before or after it did what it was asked', async () => {
  const call = () => fixture.invoke<{ done: { status: number } }>('jira', { path: '/rest/api/3/myself' });
  await fixture.post('/adversary', { jira: [{ method: 'GET', path: '/rest/api/3/myself', status: 503 }] });
  expect((await call()).done.status).toBe(503);
  expect((await call()).done.status).toBe(200);
});
