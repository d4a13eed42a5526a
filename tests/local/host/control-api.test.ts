import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { VARIANTS } from '../../../local/host/variants';
import { BUILD_MS, startFixture, type FixtureSite } from '../support/fixture-site';

let fixture: FixtureSite;
beforeAll(async () => {
  fixture = await startFixture();
}, BUILD_MS);
afterAll(() => fixture.close());

function statusOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${fixture.site.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}

it('names eight people and their projects', async () => {
  const { ready, users, projects } = await fixture.get<{ ready: boolean; users: object[]; projects: object[] }>(
    '/health',
  );
  expect(ready).toBe(true);
  expect(users).toHaveLength(8);
  expect(users[0]).toEqual({
    accountId: expect.any(String) as string,
    displayName: expect.any(String) as string,
    email: expect.stringContaining('@') as string,
  });
  expect(projects.length).toBeGreaterThanOrEqual(2);
  expect(projects[0]).toMatchObject({
    projectKey: expect.any(String) as string,
    projectId: expect.any(String) as string,
  });
});

it('answers no other origin and no foreign host name', async () => {
  const own = fixture.site.origins();
  expect(await statusOf('/local/api/health', { origin: own.jira })).toBe(200);
  expect(await statusOf('/local/api/health', { origin: own.apps })).toBe(403);
  expect(await statusOf('/rest/api/3/myself', { origin: own.apps })).toBe(403);
  expect(await statusOf('/local/api/health', { host: 'rebound.example' })).toBe(403);
});

it('says what it does not know', async () => {
  expect(await fixture.get('/nonsense')).toEqual({
    error: expect.stringContaining('no GET /local/api/nonsense') as string,
  });
});

it('shows a page its context only where Jira would show the page', async () => {
  const { site, projectKey, people } = fixture;
  const context = (accountId = '') => site.context({ accountId, module: 'test-page', projectKey });
  expect(context(people[0]?.accountId)).toMatchObject({ accountId: people[0]?.accountId, moduleKey: 'test-page' });
  const stranger = people.find(({ accountId }) => !site.can(accountId, 'BROWSE_PROJECTS', projectKey));
  expect(stranger).toBeDefined();
  expect(context(stranger?.accountId)).toBeUndefined();
});

it('keeps its variants and docs/parity.md the same', () => {
  const documented = readFileSync('docs/parity.md', 'utf8').match(/^\| (U\d+) \| `([a-z-]+)`/gm) ?? [];
  const known = Object.entries(VARIANTS).map(([name, text]) => `| ${text.split(':')[0]} | \`${name}\``);
  expect(documented).toEqual(known);
});
