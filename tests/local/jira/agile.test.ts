import { smallSite } from './small-site';

test('boards are found by project, with where they belong and what is estimated', async () => {
  const site = smallSite();
  const devon = site.as('Devon');
  const { body } = await devon.get('/rest/agile/1.0/board?projectKeyOrId=SUN&type=scrum');
  expect(body).toMatchObject({
    startAt: 0,
    total: 1,
    isLast: true,
    values: [{ id: 1, type: 'scrum', location: { projectKey: 'SUN', projectId: 10000 } }],
  });
  expect((await devon.get('/rest/agile/1.0/board/1')).body.name).toBe('SUN board');
  expect((await devon.get('/rest/agile/1.0/board/1/configuration')).body).toMatchObject({
    estimation: { field: { fieldId: 'customfield_10016' } },
    ranking: { rankCustomFieldId: 10019 },
    columnConfig: { columns: [{ name: 'To Do' }, {}, { name: 'Done' }] },
  });
  expect((await devon.get('/rest/agile/1.0/board/1/project')).body.values[0].key).toBe('SUN');
  expect((await site.as('Priya').get('/rest/agile/1.0/board/2')).status).toBe(404);
  expect((await site.as('Priya').get('/rest/agile/1.0/board?projectKeyOrId=MOON')).status).toBe(400);
});

test('sprints come closed, active, future, and by state', async () => {
  const site = smallSite();
  const states = async (query: string) =>
    (await site.as('Devon').get(`/rest/agile/1.0/board/1/sprint${query}`)).body.values.map(
      (sprint: { state: string }) => sprint.state,
    );
  expect(await states('')).toEqual(['closed', 'active', 'future']);
  expect(await states('?state=future,active')).toEqual(['active', 'future']);
  expect((await site.as('Devon').get('/rest/agile/1.0/board/2/sprint')).status).toBe(400);
  expect((await site.as('Devon').get('/rest/agile/1.0/sprint/38')).body).toMatchObject({
    id: 38,
    state: 'active',
    originBoardId: 1,
    startDate: '2026-11-12T08:00:00.000Z',
  });
});

test('a sprint is created, planned, started and closed, and the app hears of it', async () => {
  const site = smallSite();
  const mara = site.as('Mara');
  const made = await mara.post('/rest/agile/1.0/sprint', { name: 'Sunrise Sprint 14', originBoardId: 1, goal: 'Rest' });
  expect([made.status, made.body.state]).toEqual([201, 'future']);
  const sprint = `/rest/agile/1.0/sprint/${made.body.id}`;
  expect((await mara.post(`${sprint}/issue`, { issues: ['SUN-14', 'SUN-15'], rankBeforeIssue: 'SUN-1' })).status).toBe(
    204,
  );
  expect((await mara.post(sprint, { state: 'active' })).body.errorMessages).toEqual([
    'Start date and end date are required to start a sprint.',
  ]);
  const dates = { startDate: '2026-11-23T09:00:00.000+01:00', endDate: '2026-12-04T17:00:00.000+01:00' };
  expect((await mara.post(sprint, { state: 'active', ...dates })).body.errorMessages).toEqual([
    'This board already has an active sprint.',
  ]);
  expect((await mara.post('/rest/agile/1.0/sprint/38', { state: 'closed' })).body).toMatchObject({
    state: 'closed',
    completeDate: '2026-11-22T08:00:00.000Z',
  });
  expect((await mara.post(sprint, { state: 'active', ...dates })).body).toMatchObject({
    state: 'active',
    startDate: '2026-11-23T08:00:00.000Z',
  });
  expect((await mara.post('/rest/agile/1.0/sprint/38', { state: 'active' })).status).toBe(400);
  expect((await mara.put(sprint, { name: 'Rest', state: 'active', ...dates })).body).toMatchObject({
    name: 'Rest',
    goal: '',
  });
  expect(site.events.filter((event) => /started|closed/.test(event.name))).toEqual([
    expect.objectContaining({
      name: 'avi:jira-software:closed:sprint',
      payload: expect.objectContaining({ sprint: expect.objectContaining({ id: '38', state: 'closed' }) }),
    }),
    expect.objectContaining({ name: 'avi:jira-software:started:sprint' }),
  ]);
  const open = (
    await mara.post('/rest/api/3/search/jql', { jql: 'sprint in openSprints() ORDER BY rank', fields: ['key'] })
  ).body.issues;
  expect(open.map((issue: { key: string }) => issue.key)).toEqual(['SUN-14', 'SUN-15']);
});

test('only those who manage sprints change them; issues are moved by whoever plans', async () => {
  const site = smallSite();
  const devon = site.as('Devon');
  expect((await devon.post('/rest/agile/1.0/sprint', { name: 'x', originBoardId: 1 })).status).toBe(403);
  expect((await devon.post('/rest/agile/1.0/sprint/39', { name: 'x' })).status).toBe(403);
  expect((await devon.post('/rest/agile/1.0/sprint/39/issue', { issues: ['SUN-14'] })).status).toBe(204);
  expect((await site.as('Sofía').post('/rest/agile/1.0/sprint/39/issue', { issues: ['SUN-15'] })).status).toBe(403);
  expect((await devon.post('/rest/agile/1.0/sprint/37/issue', { issues: ['SUN-14'] })).status).toBe(400);
  expect((await devon.get('/rest/api/3/issue/SUN-14?fields=customfield_10020')).body.fields.customfield_10020).toEqual([
    expect.objectContaining({ id: 39 }),
  ]);
});

test('the issues of sprint, board and backlog carry the agile fields', async () => {
  const site = smallSite();
  const devon = site.as('Devon');
  const keys = (body: { issues: { key: string }[] }) => body.issues.map((issue) => issue.key);
  const inSprint = (await devon.get('/rest/agile/1.0/sprint/38/issue?maxResults=2&jql=statusCategory%20%3D%20new'))
    .status;
  expect(inSprint).toBe(401);
  const wide = smallSite({
    scopes: [
      'read:jira-work',
      'read:sprint:jira-software',
      'read:issue-details:jira',
      'read:jql:jira',
      'read:board-scope:jira-software',
      'write:board-scope:jira-software',
    ],
  });
  const reader = wide.as('Devon');
  const page = (await reader.get('/rest/agile/1.0/sprint/38/issue?maxResults=2&jql=statusCategory%3Dnew')).body;
  expect([page.total, keys(page), page.issues[0].fields.sprint.id]).toEqual([3, ['SUN-7', 'SUN-8'], 38]);
  expect((await reader.get('/rest/agile/1.0/board/1/sprint/38/issue')).body.total).toBe(6);
  expect((await reader.get('/rest/agile/1.0/board/1/issue?fields=summary')).body.total).toBe(15);
  expect(keys((await reader.get('/rest/agile/1.0/board/1/backlog')).body)).toEqual([
    'SUN-11',
    'SUN-12',
    'SUN-13',
    'SUN-14',
    'SUN-15',
  ]);
  expect((await reader.post('/rest/agile/1.0/backlog/issue', { issues: ['SUN-7'] })).status).toBe(204);
  expect(
    (await reader.post('/rest/agile/1.0/backlog/1/issue', { issues: ['SUN-8'], rankAfterIssue: 'SUN-13' })).status,
  ).toBe(204);
  expect(keys((await reader.get('/rest/agile/1.0/board/1/backlog')).body)).toEqual([
    'SUN-7',
    'SUN-11',
    'SUN-12',
    'SUN-13',
    'SUN-8',
    'SUN-14',
    'SUN-15',
  ]);
});
