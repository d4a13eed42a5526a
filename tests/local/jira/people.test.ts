import { smallSite, SCOPES, type Answer } from './small-site';

test('eight people live here; nobody sees an e-mail address, and a hidden time zone only its owner', async () => {
  const site = smallSite();
  expect(site.jira.users()).toHaveLength(8);
  const yuki = site.accountId('Yuki');
  const seen = (await site.as('Devon').get(`/rest/api/3/user?accountId=${yuki}`)).body;
  expect([seen.displayName, seen.emailAddress, seen.timeZone, seen.accountType]).toEqual([
    'Yuki Tanabe',
    undefined,
    undefined,
    'atlassian',
  ]);
  expect((await site.as('Yuki').get('/rest/api/3/myself')).body.timeZone).toBe('Asia/Tokyo');
  expect((await site.asApp.get('/rest/api/3/myself')).body.accountType).toBe('app');
});

test('users come in bulk, ten at a time unless asked, unknown ones left out', async () => {
  const site = smallSite();
  const ids = [site.accountId('Mara'), site.accountId('Tane')]
    .map((id) => `accountId=${encodeURIComponent(id)}`)
    .join('&');
  const { body } = await site.asApp.get(`/rest/api/3/user/bulk?${ids}&accountId=5be24ba3f91c106033269289`);
  expect(body).toMatchObject({ maxResults: 10, startAt: 0, total: 2, isLast: true });
  expect(body.values.map((user: { timeZone: string }) => user.timeZone)).toEqual(['Europe/Berlin', 'Pacific/Auckland']);
  expect((await site.asApp.get('/rest/api/3/user/bulk')).status).toBe(400);
});

test('assignable are those who may be assigned there, found by the start of a name', async () => {
  const site = smallSite();
  const devon = site.as('Devon');
  const names = async (query: string) =>
    (await devon.get(`/rest/api/3/user/assignable/search?${query}`)).body.map(
      (user: { displayName: string }) => user.displayName,
    );
  expect(await names('project=SUN')).toHaveLength(6);
  expect(await names('project=SUN&query=ragh')).toEqual(['Priya Raghunathan']);
  expect(await names('issueKey=MOON-1&query=sof')).toEqual(['Sofía Herrera']);
  expect(await names('project=SUN&query=noor')).toEqual([]);
  expect((await devon.get('/rest/api/3/user/assignable/search?query=a')).status).toBe(400);
  expect((await site.as('Priya').get('/rest/api/3/user/assignable/search?project=MOON')).status).toBe(404);
});

test('a permission is what a role in the project grants', async () => {
  const site = smallSite();
  const has = async (name: string, query: string) => {
    const { body } = await site.as(name).get(`/rest/api/3/mypermissions?${query}`);
    return Object.fromEntries(
      Object.entries(body.permissions as Record<string, { havePermission: boolean }>).map(([key, info]) => [
        key,
        info.havePermission,
      ]),
    );
  };
  const query = 'projectKey=SUN&permissions=BROWSE_PROJECTS,CREATE_ISSUES,ADMINISTER_PROJECTS';
  expect(await has('Mara', query)).toEqual({ BROWSE_PROJECTS: true, CREATE_ISSUES: true, ADMINISTER_PROJECTS: true });
  expect(await has('Devon', query)).toEqual({ BROWSE_PROJECTS: true, CREATE_ISSUES: true, ADMINISTER_PROJECTS: false });
  expect(await has('Sofía', query)).toEqual({
    BROWSE_PROJECTS: true,
    CREATE_ISSUES: false,
    ADMINISTER_PROJECTS: false,
  });
  expect(
    (await site.as('Priya').get('/rest/api/3/mypermissions?projectId=10001&permissions=BROWSE_PROJECTS')).status,
  ).toBe(404);
  expect((await site.as('Devon').get('/rest/api/3/mypermissions')).status).toBe(400);
  expect((await site.as('Devon').get('/rest/api/3/mypermissions?permissions=FLY')).body.errors).toEqual({
    FLY: 'Unrecognized permission',
  });
  expect(site.jira.can(site.accountId('Devon'), 'BROWSE_PROJECTS', 'sun')).toBe(true);
  expect(site.jira.can('nobody', 'BROWSE_PROJECTS', 'SUN')).toBe(false);
});

test('permissions are checked in bulk, for oneself; for others by the app', async () => {
  const site = smallSite();
  const asked = {
    accountId: site.accountId('Priya'),
    projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], projects: [10000, 10001], issues: [10101] }],
  };
  const granted = {
    globalPermissions: [],
    projectPermissions: [{ permission: 'BROWSE_PROJECTS', projects: [10000], issues: [10101] }],
  };
  expect((await site.as('Priya').post('/rest/api/3/permissions/check', asked)).body).toEqual(granted);
  expect((await site.asApp.post('/rest/api/3/permissions/check', asked)).body).toEqual(granted);
  expect((await site.as('Devon').post('/rest/api/3/permissions/check', asked)).status).toBe(403);
});

test('projects one cannot browse are not there', async () => {
  const site = smallSite();
  const found = async (name: string) =>
    (await site.as(name).get('/rest/api/3/project/search')).body.values.map((project: { key: string }) => project.key);
  expect(await found('Mara')).toEqual(['MOON', 'SUN']);
  expect(await found('Priya')).toEqual(['SUN']);
  expect(await found('Noor')).toEqual([]);
  expect((await site.as('Priya').get('/rest/api/3/project/MOON')).status).toBe(404);
  expect((await site.as('Mara').get('/rest/api/3/project/10001')).body).toMatchObject({
    key: 'MOON',
    style: 'next-gen',
    simplified: true,
  });
  expect((await site.as('Devon').get('/rest/api/3/project/SUN/statuses')).body[0].statuses).toHaveLength(3);
  expect((await site.as('Devon').get('/rest/api/3/issuetype/project?projectId=10000')).body).toHaveLength(5);
});

test('create metadata names the required field without default, and only what this person may set', async () => {
  const site = smallSite();
  const fields = async (name: string, type: string) => {
    const { body } = await site.as(name).get(`/rest/api/3/issue/createmeta/SUN/issuetypes/${type}`);
    return new Map<string, Answer['body']>(body.fields.map((field: { fieldId: string }) => [field.fieldId, field]));
  };
  const improvement = await fields('Devon', '10005');
  expect(improvement.get('customfield_10042')).toMatchObject({
    name: 'Impact',
    required: true,
    hasDefaultValue: false,
    schema: { type: 'option' },
  });
  expect(improvement.get('customfield_10042').allowedValues.map((option: { value: string }) => option.value)).toEqual([
    'High',
    'Medium',
    'Low',
  ]);
  expect(improvement.has('reporter')).toBe(false);
  expect((await fields('Mara', '10005')).has('reporter')).toBe(true);
  expect((await fields('Devon', '10002')).get('customfield_10020').schema.custom).toBe(
    'com.pyxis.greenhopper.jira:gh-sprint',
  );
  const devon = site.as('Devon');
  expect((await devon.get('/rest/api/3/issue/createmeta/SUN/issuetypes')).body.total).toBe(5);
  expect((await devon.get('/rest/api/3/issue/createmeta/SUN/issuetypes?maxResults=201')).status).toBe(400);
  expect((await site.as('Sofía').get('/rest/api/3/issue/createmeta/SUN/issuetypes')).status).toBe(400);
  expect(Object.keys((await devon.get('/rest/api/3/issue/SUN-13/editmeta')).body.fields)).toContain(
    'customfield_10042',
  );
});

test('the lists of the site', async () => {
  const site = smallSite();
  const devon = site.as('Devon');
  const fields = (await devon.get('/rest/api/3/field')).body;
  expect(
    fields.find(
      (field: { schema?: { custom?: string } }) => field.schema?.custom === 'com.pyxis.greenhopper.jira:gh-sprint',
    ).id,
  ).toBe('customfield_10020');
  expect((await site.as('Priya').get('/rest/api/3/status')).body).toHaveLength(3);
  expect((await devon.get('/rest/api/3/statuscategory')).body.map((category: { key: string }) => category.key)).toEqual(
    ['new', 'indeterminate', 'done'],
  );
  expect((await devon.get('/rest/api/3/label')).body.values).toEqual(['build', 'team', 'upkeep']);
  expect((await devon.get('/rest/api/3/priority/3')).body).toMatchObject({ name: 'Medium', isDefault: true });
  expect((await devon.get('/rest/api/3/issuetype')).body).toHaveLength(8);
  expect((await devon.get('/rest/api/3/serverInfo')).body).toMatchObject({
    deploymentType: 'Cloud',
    baseUrl: 'http://127.0.0.1:3000',
  });
  expect((await devon.get('/rest/api/3/data-policy/project?ids=10000')).body).toEqual({
    projectDataPolicies: [{ id: 10000, dataPolicy: { anyContentBlocked: false } }],
  });
  const privileged = smallSite({ scopes: [...SCOPES, 'manage:jira-configuration'] });
  expect((await privileged.as('Devon').get('/rest/api/3/priority/search?onlyDefault=true')).body.values).toHaveLength(
    1,
  );
});
