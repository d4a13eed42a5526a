import { smallSite } from './small-site';

const doc = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const task = (more: Record<string, unknown> = {}) => ({
  fields: { project: { key: 'SUN' }, issuetype: { id: '10002' }, summary: 'Talk to support first', ...more },
});

describe('creating issues', () => {
  test('an issue is created with everything its screen offers, and reads back as written', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const { status, body } = await devon.post('/rest/api/3/issue', {
      ...task({
        description: doc('Because they know.'),
        duedate: '2026-12-01',
        labels: ['retro', 'action'],
        assignee: { accountId: site.accountId('Priya') },
        priority: { id: '2' },
        customfield_10020: 38,
        customfield_10016: 3,
      }),
      properties: [{ key: 'sternlight.action', value: { retroId: 'r1' } }],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      key: 'SUN-16',
      id: expect.stringMatching(/^\d+$/),
      self: `http://127.0.0.1:3000/rest/api/3/issue/${body.id}`,
    });
    const issue = (await devon.get(`/rest/api/3/issue/${body.key}?properties=sternlight.action`)).body;
    expect(issue.fields).toMatchObject({
      summary: 'Talk to support first',
      description: doc('Because they know.'),
      duedate: '2026-12-01',
      labels: ['action', 'retro'],
      assignee: { displayName: 'Priya Raghunathan' },
      reporter: { displayName: 'Devon Carter' },
      priority: { name: 'High' },
      status: { name: 'To Do', statusCategory: { key: 'new' } },
      created: '2026-11-22T09:00:00.000+0100',
      customfield_10016: 3,
    });
    expect(issue.fields.customfield_10020).toEqual([
      expect.objectContaining({ id: 38, name: 'Sunrise Sprint 12', state: 'active', boardId: 1 }),
    ]);
    expect(issue.properties).toEqual({ 'sternlight.action': { retroId: 'r1' } });
  });

  test('all problems of the fields come at once, each under its field', async () => {
    const site = smallSite();
    const { status, body } = await site.as('Devon').post('/rest/api/3/issue', {
      fields: {
        project: { key: 'SUN' },
        issuetype: { id: '10005' },
        summary: ' ',
        description: 'plain text',
        labels: ['two words'],
        duedate: '2026-02-30',
        customfield_10020: '38',
        assignee: { accountId: site.accountId('Noor') },
        priority: { id: '77' },
        customfield_10099: 1,
        reporter: { accountId: 'x' },
      },
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      errorMessages: [],
      errors: {
        summary: 'You must specify a summary of the issue.',
        description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
        labels: "The label 'two words' contains spaces which is invalid.",
        duedate: 'Error parsing date string: 2026-02-30',
        customfield_10020: 'Number value expected as the Sprint id.',
        assignee: "User 'Noor El-Amin' cannot be assigned issues.",
        priority: 'The priority selected is invalid.',
        customfield_10099: "Field 'customfield_10099' cannot be set. It is not on the appropriate screen, or unknown.",
        reporter: "Field 'reporter' cannot be set. It is not on the appropriate screen, or unknown.",
        customfield_10042: 'Impact is required.',
      },
    });
  });

  test('an invalid Atlassian document, an over-long property and a wrong body are refused and leave nothing behind', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const broken = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: '' }] }] };
    expect((await devon.post('/rest/api/3/issue', task({ description: broken }))).status).toBe(400);
    expect(
      (await devon.post('/rest/api/3/issue', { ...task(), properties: [{ key: 'a', value: 'x'.repeat(32_769) }] }))
        .status,
    ).toBe(400);
    expect((await devon.post('/rest/api/3/issue', { ...task(), colour: 'red' })).body.errorMessages).toEqual([
      'Invalid request payload. Refer to the REST API documentation and try again.',
    ]);
    expect(site.events).toEqual([]);
    expect((await devon.post('/rest/api/3/search/approximate-count', { jql: 'created >= -1d' })).body).toEqual({
      count: 0,
    });
  });

  test('a viewer may not create, and to somebody outside the project does not exist', async () => {
    const site = smallSite();
    expect((await site.as('Sofía').post('/rest/api/3/issue', task())).status).toBe(403);
    const outside = await site.as('Noor').post('/rest/api/3/issue', task());
    expect([outside.status, outside.body.errors]).toEqual([400, { project: 'valid project is required' }]);
  });

  test('a sub-task needs a parent of its own project and shows it', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const subtask = { project: { id: '10000' }, issuetype: { id: '10003' }, summary: 'A part' };
    expect((await devon.post('/rest/api/3/issue', { fields: subtask })).body.errors).toEqual({
      parent: 'Parent is required.',
    });
    expect((await devon.post('/rest/api/3/issue', { fields: { ...subtask, parent: { key: 'MOON-1' } } })).status).toBe(
      400,
    );
    const { body } = await devon.post('/rest/api/3/issue', { fields: { ...subtask, parent: { key: 'SUN-7' } } });
    expect((await devon.get(`/rest/api/3/issue/${body.key}?fields=parent`)).body.fields.parent.key).toBe('SUN-7');
    expect((await devon.get('/rest/api/3/issue/SUN-7?fields=subtasks')).body.fields.subtasks).toHaveLength(1);
  });

  test('bulk creation reports each element, and is 400 only when all fail', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const mixed = await devon.post('/rest/api/3/issue/bulk', { issueUpdates: [task(), task({ summary: '' })] });
    expect([mixed.status, mixed.body.issues.length, mixed.body.errors]).toEqual([
      201,
      1,
      [
        {
          status: 400,
          failedElementNumber: 1,
          elementErrors: { errorMessages: [], errors: { summary: 'You must specify a summary of the issue.' } },
        },
      ],
    ]);
    expect((await devon.post('/rest/api/3/issue/bulk', { issueUpdates: [task({ summary: '' })] })).status).toBe(400);
  });
});

describe('changing issues', () => {
  test('an edit is 204 and writes a changelog; the same edit again changes nothing', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const edit = {
      fields: { summary: 'Upgrade the map' },
      update: { labels: [{ add: 'maps' }, { remove: 'upkeep' }] },
    };
    expect(await devon.put('/rest/api/3/issue/SUN-7', edit)).toMatchObject({ status: 204, body: undefined });
    await devon.put('/rest/api/3/issue/SUN-7', { fields: { summary: 'Upgrade the map' } });
    const { body } = await devon.get('/rest/api/3/issue/SUN-7?expand=changelog&fields=summary,labels');
    expect(body.fields).toEqual({ summary: 'Upgrade the map', labels: ['maps'] });
    expect(body.changelog.histories).toHaveLength(1);
    expect(body.changelog.histories[0].items.map((item: { field: string }) => item.field).sort()).toEqual([
      'labels',
      'summary',
    ]);
    expect((await devon.get('/rest/api/3/issue/SUN-7/changelog')).body.total).toBe(1);
    expect(site.events.map((event) => event.name)).toEqual(['avi:jira:updated:issue']);
  });

  test('status moves by transitions only, and done-ness resolves', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    expect((await devon.put('/rest/api/3/issue/SUN-7', { fields: { status: { id: '10001' } } })).status).toBe(400);
    const { transitions } = (await devon.get('/rest/api/3/issue/SUN-7/transitions')).body;
    expect(transitions.map((transition: { name: string }) => transition.name)).toEqual(['In Progress', 'Done']);
    const done = transitions.find(
      (transition: { to: { statusCategory: { key: string } } }) => transition.to.statusCategory.key === 'done',
    );
    expect((await devon.post('/rest/api/3/issue/SUN-7/transitions', { transition: { id: done.id } })).status).toBe(204);
    expect((await devon.get('/rest/api/3/issue/SUN-7?fields=status,resolution')).body.fields).toMatchObject({
      status: { name: 'Done' },
      resolution: { name: 'Done' },
    });
    expect(
      (await devon.post('/rest/api/3/issue/SUN-7/transitions', { transition: { id: done.id } })).body.errorMessages,
    ).toEqual(["Transition id '31' is not valid for this issue."]);
  });

  test('the assignee changes by an operation of its own, and can be taken away', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    expect((await devon.put('/rest/api/3/issue/SUN-7/assignee', { accountId: site.accountId('Yuki') })).status).toBe(
      204,
    );
    expect((await devon.get('/rest/api/3/issue/SUN-7?fields=assignee')).body.fields.assignee.displayName).toBe(
      'Yuki Tanabe',
    );
    expect((await devon.put('/rest/api/3/issue/SUN-7/assignee', { accountId: null })).status).toBe(204);
    expect((await devon.get('/rest/api/3/issue/SUN-7?fields=assignee')).body.fields.assignee).toBeNull();
    expect((await devon.put('/rest/api/3/issue/SUN-7/assignee', { accountId: site.accountId('Sofía') })).status).toBe(
      400,
    );
  });

  test('deleting takes the permission, then the issue is gone and its key never comes back', async () => {
    const site = smallSite();
    const created = await site.as('Devon').post('/rest/api/3/issue', task());
    expect((await site.as('Devon').delete(`/rest/api/3/issue/${created.body.key}`)).status).toBe(403);
    expect((await site.as('Mara').delete(`/rest/api/3/issue/${created.body.key}`)).status).toBe(204);
    expect((await site.as('Mara').get(`/rest/api/3/issue/${created.body.key}`)).status).toBe(404);
    expect((await site.as('Devon').post('/rest/api/3/issue', task())).body.key).toBe('SUN-17');
    expect(site.events.map((event) => event.name)).toEqual([
      'avi:jira:created:issue',
      'avi:jira:deleted:issue',
      'avi:jira:created:issue',
    ]);
  });

  test('many issues are fetched at once, invisible ones reported as missing', async () => {
    const site = smallSite();
    const { body } = await site
      .as('Priya')
      .post('/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['SUN-1', 'MOON-1', 'SUN-99'], fields: ['summary'] });
    expect(body.issues.map((issue: { key: string }) => issue.key)).toEqual(['SUN-1']);
    expect(body.issueErrors.map((error: { id: string }) => error.id)).toEqual(['MOON-1', 'SUN-99']);
  });
});

describe('events', () => {
  test('a create carries who did it, and the properties it was born with', async () => {
    const site = smallSite();
    await site
      .as('Devon')
      .post('/rest/api/3/issue', { ...task(), properties: [{ key: 'sternlight.action', value: { actionId: 'a1' } }] });
    expect(site.events[0]).toMatchObject({
      name: 'avi:jira:created:issue',
      payload: {
        eventType: 'avi:jira:created:issue',
        atlassianId: site.accountId('Devon'),
        selfGenerated: true,
        issue: {
          key: 'SUN-16',
          fields: { summary: 'Talk to support first', reporter: { accountId: site.accountId('Devon') } },
        },
      },
      issueProperties: { 'sternlight.action': { actionId: 'a1' } },
    });
  });

  test('what a person does in Jira itself, or through the page, is not self-generated', async () => {
    const site = smallSite();
    const request = {
      method: 'PUT',
      path: '/rest/api/3/issue/SUN-7',
      headers: { 'content-type': 'application/json' },
      body: '{"fields":{"summary":"New"}}',
    };
    await site.jira.request({ provider: 'user', accountId: site.accountId('Devon'), fromBridge: true }, request);
    expect(site.events[0]?.payload).toMatchObject({
      selfGenerated: false,
      changelog: {
        items: [{ field: 'summary', fieldId: 'summary', fromString: 'Upgrade the map library', toString: 'New' }],
      },
    });
  });

  test('a refused write emits nothing', async () => {
    const site = smallSite();
    await site.as('Sofía').put('/rest/api/3/issue/SUN-7', { fields: { summary: 'New' } });
    expect(site.events).toEqual([]);
  });
});
