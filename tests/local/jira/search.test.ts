import { smallSite, type Client } from './small-site';

const keys = async (client: Client, jql: string, more: Record<string, unknown> = {}): Promise<string[]> => {
  const { status, body } = await client.post('/rest/api/3/search/jql', {
    jql,
    fields: ['key', 'summary'],
    maxResults: 500,
    ...more,
  });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.issues.map((issue: { key: string }) => issue.key);
};
const refusal = async (client: Client, jql: string): Promise<string> => {
  const { status, body } = await client.post('/rest/api/3/search/jql', { jql });
  return `${status} ${(body.errorMessages ?? []).join(' ')}`;
};

describe('the clauses of JQL', () => {
  const site = smallSite();
  const devon = site.as('Devon');
  test.each([
    ['project = sun AND issuetype = Improvement', ['SUN-13']],
    ['key in (SUN-1, MOON-2) ORDER BY key ASC', ['SUN-1', 'MOON-2']],
    [
      'sprint in openSprints() AND statusCategory != Done ORDER BY rank',
      ['SUN-5', 'SUN-6', 'SUN-7', 'SUN-8', 'SUN-10'],
    ],
    ['sprint = "Sunrise Sprint 13" ORDER BY key', ['SUN-11', 'SUN-12']],
    ['sprint in closedSprints() AND assignee = currentUser()', ['SUN-1']],
    ['sprint is EMPTY AND project = SUN AND assignee is EMPTY ORDER BY key', ['SUN-14', 'SUN-15']],
    ['project = SUN AND NOT (sprint is not EMPTY OR type = Bug) ORDER BY key', ['SUN-13', 'SUN-15']],
    ['duedate <= 4d ORDER BY due', ['SUN-5']],
    ['duedate > startOfDay(5) ORDER BY due', ['MOON-2', 'SUN-10']],
    ['created >= -4d', ['SUN-15']],
    ['created >= "2026-11-19" AND created < "2026-11-20 00:00"', ['SUN-15']],
    ['resolved >= startOfWeek(-1) ORDER BY resolved', ['MOON-3']],
    ['labels in (upkeep, build) AND labels not in (build) ORDER BY key', ['SUN-7', 'SUN-15']],
    ['labels != upkeep AND statusCategory = new ORDER BY key', ['SUN-10', 'SUN-13']],
    ['summary ~ "map librar*"', ['SUN-7']],
    ['text ~ "confirmation from each side"', ['SUN-5']],
    ['"Story point estimate" >= 8 ORDER BY key', ['SUN-4', 'SUN-12']],
    ['cf[10016] = 2', ['SUN-7']],
    ['Impact = High', ['SUN-13']],
    ['priority >= High ORDER BY priority DESC, key ASC', ['SUN-2', 'SUN-6']],
    ['statusCategory = indeterminate AND project in (SUN, MOON) ORDER BY project, key', ['MOON-1', 'SUN-5', 'SUN-6']],
    ['resolution = Unresolved AND project = MOON ORDER BY key', ['MOON-1', 'MOON-2']],
  ])('%s', async (jql, expected) => {
    expect(await keys(devon, jql)).toEqual(expected);
  });

  test.each([
    ['order by key', '400 Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
    ['project = NOPE', "400 The value 'NOPE' does not exist for the field 'project'."],
    ['colour = red', "400 Field 'colour' does not exist or you do not have permission to view it."],
    ['summary = x', "400 The operator '=' is not supported by the 'summary' field."],
    [
      'issue.property[other.key].x = 1',
      "400 Field 'issue.property[other.key].x' does not exist or you do not have permission to view it.",
    ],
    ['status was Done', "400 The JQL operator 'was' is not supported by the local Jira."],
    ['assignee in membersOf(admins)', "400 The JQL function 'membersOf' is not supported by the local Jira."],
    ['created > yesterday', "400 Date value 'yesterday' for field 'created' is invalid."],
    ['project = = SUN', '400 Error in the JQL Query: '],
    [
      'project = SUN ORDER BY key, created, updated, due, priority, status, summary, rank',
      '400 The ORDER BY clause must not have more than 7 fields.',
    ],
  ])('%s is refused', async (jql, expected) => {
    expect(await refusal(devon, jql)).toContain(expected);
  });
});

test('what one may not see is not found, nor counted, nor known by name', async () => {
  const site = smallSite();
  expect(await keys(site.as('Priya'), 'statusCategory = indeterminate ORDER BY key')).toEqual(['SUN-5', 'SUN-6']);
  expect(await refusal(site.as('Priya'), 'project = MOON')).toContain("does not exist for the field 'project'");
  expect(
    (await site.as('Priya').post('/rest/api/3/search/approximate-count', { jql: 'created >= -100d' })).body,
  ).toEqual({ count: 15 });
  expect(await keys(site.as('Noor'), 'created >= -100d')).toEqual([]);
});

test('an entity property is searched by path and by alias, once it is declared', async () => {
  const site = smallSite();
  const devon = site.as('Devon');
  await devon.put('/rest/api/3/issue/SUN-3/properties/sternlight.action', { retroId: 'r-1', secret: 's' });
  expect(await keys(devon, 'issue.property[sternlight.action].retroId = "r-1"')).toEqual(['SUN-3']);
  expect(await keys(devon, 'sternlightRetro = "r-1"')).toEqual(['SUN-3']);
  expect(await keys(devon, 'sternlightRetro = "r-2"')).toEqual([]);
  expect(await refusal(devon, 'issue.property[sternlight.action].secret = s')).toContain('does not exist');
});

test('the fields of a result are the id alone unless asked for', async () => {
  const site = smallSite();
  const { body } = await site.as('Devon').post('/rest/api/3/search/jql', { jql: 'key = SUN-1' });
  expect(Object.keys(body.issues[0]).sort()).toEqual(['expand', 'id', 'key', 'self']);
  const asked = await site.as('Devon').get('/rest/api/3/search/jql?jql=key%3DSUN-1&fields=summary,status&expand=names');
  expect(Object.keys(asked.body.issues[0].fields).sort()).toEqual(['status', 'summary']);
  expect(asked.body.names).toEqual({ status: 'Status', summary: 'Summary' });
});

test('pages are shorter than asked for, and the token leads through every issue once', async () => {
  const site = smallSite();
  const devon = site.as('Devon');
  const seen: string[] = [];
  let nextPageToken: string | undefined;
  do {
    const { body } = await devon.post('/rest/api/3/search/jql', {
      jql: 'project = SUN ORDER BY key',
      maxResults: 6,
      nextPageToken,
    });
    expect(body.issues.length).toBeLessThan(6);
    expect(body.isLast).toBe(body.nextPageToken === undefined);
    seen.push(...body.issues.map((issue: { key: string }) => issue.key));
    nextPageToken = body.nextPageToken;
  } while (nextPageToken);
  expect(seen).toEqual(Array.from({ length: 15 }, (_, index) => `SUN-${index + 1}`));
  expect((await devon.post('/rest/api/3/search/jql', { jql: 'project = SUN', nextPageToken: 'made up' })).status).toBe(
    400,
  );
});

test('search lags behind a write, a read by key does not, and reconciling catches up', async () => {
  const site = smallSite({ indexLagMs: () => 30_000 });
  const devon = site.as('Devon');
  site.pass(30_001);
  const made = await devon.post('/rest/api/3/issue', {
    fields: { project: { key: 'SUN' }, issuetype: { id: '10002' }, summary: 'Fresh' },
  });
  await devon.put('/rest/api/3/issue/SUN-7', { fields: { summary: 'Renamed' } });
  expect((await devon.get(`/rest/api/3/issue/${made.body.key}`)).status).toBe(200);
  expect(await keys(devon, 'summary ~ Fresh')).toEqual([]);
  expect(await keys(devon, 'summary ~ Renamed')).toEqual([]);
  expect(await keys(devon, 'summary ~ "map library"')).toEqual(['SUN-7']);
  expect(await keys(devon, 'summary ~ Fresh', { reconcileIssues: [Number(made.body.id)] })).toEqual([made.body.key]);
  site.pass(30_000);
  expect(await keys(devon, 'summary ~ Fresh OR summary ~ Renamed ORDER BY key')).toEqual(['SUN-7', 'SUN-16']);
});

test('relative days are days of the person who asks', async () => {
  const site = smallSite();
  // 22 Nov 11:30 UTC: already the 23rd in Auckland, still the 22nd in New York.
  site.pass(3.5 * 3_600_000);
  await site.as('Mara').put('/rest/api/3/issue/SUN-7', { fields: { duedate: '2026-11-23' } });
  expect(await keys(site.as('Tane'), 'due <= 0d')).toEqual(['SUN-7']);
  expect(await keys(site.as('Devon'), 'due <= 0d')).toEqual([]);
});

test('queries are parsed into their structure, and doubtful ones reported as strictly as asked', async () => {
  const site = smallSite();
  const queries = ['project = SUN AND labels in (a, b) ORDER BY created DESC', 'colour = red', 'project = = 1'];
  const strict = await site.as('Devon').post('/rest/api/3/jql/parse?validation=strict', { queries });
  expect(strict.body.queries[0].structure.where).toMatchObject({
    operator: 'and',
    clauses: [{ field: { name: 'project' }, operator: '=' }, { operator: 'in' }],
  });
  expect(strict.body.queries[1].errors).toEqual([
    "Field 'colour' does not exist or you do not have permission to view it.",
  ]);
  expect(strict.body.queries[2].errors).toHaveLength(1);
  const warned = await site.as('Devon').post('/rest/api/3/jql/parse?validation=warn', { queries });
  expect(warned.body.queries[1]).toMatchObject({ structure: {}, warnings: [expect.any(String)] });
});

test('the search that Atlassian took away is gone', async () => {
  const site = smallSite();
  expect(
    (
      await site.jira.request(
        { provider: 'user', accountId: site.accountId('Devon') },
        { method: 'GET', path: '/rest/api/3/search?jql=x' },
      )
    ).status,
  ).toBe(410);
  site.exchanges.length = 0;
});
