import { smallSite } from './small-site';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content }] });
const text = (value: string) => ({ type: 'text', text: value });

describe('comments', () => {
  test('a comment is Atlassian Document Format, read back in pages, edited by its author alone', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const { status, body } = await devon.post('/rest/api/3/issue/SUN-7/comment', {
      body: doc(text('First')),
      properties: [{ key: 'k', value: { a: 1 } }],
    });
    expect([status, body.body, body.author.displayName]).toEqual([201, doc(text('First')), 'Devon Carter']);
    const page = (await devon.get('/rest/api/3/issue/SUN-7/comment?expand=properties')).body;
    expect(page).toMatchObject({
      startAt: 0,
      total: 1,
      comments: [{ id: body.id, properties: [{ key: 'k', value: { a: 1 } }] }],
    });
    expect(
      (await site.as('Priya').put(`/rest/api/3/issue/SUN-7/comment/${body.id}`, { body: doc(text('Hm')) })).status,
    ).toBe(400);
    expect(
      (await devon.put(`/rest/api/3/issue/SUN-7/comment/${body.id}`, { body: doc(text('Better')) })).body.body,
    ).toEqual(doc(text('Better')));
    expect((await devon.get(`/rest/api/3/issue/SUN-7/comment/${body.id}`)).body.body).toEqual(doc(text('Better')));
    expect((await site.as('Priya').delete(`/rest/api/3/issue/SUN-7/comment/${body.id}`)).status).toBe(400);
    expect((await devon.delete(`/rest/api/3/issue/SUN-7/comment/${body.id}`)).status).toBe(204);
    expect((await devon.get(`/rest/api/3/issue/SUN-7/comment/${body.id}`)).status).toBe(404);
  });

  test('plain text and emptiness are refused, and a viewer may not comment', async () => {
    const site = smallSite();
    expect(
      (await site.as('Devon').post('/rest/api/3/issue/SUN-7/comment', { body: 'plain' })).body.errors.comment,
    ).toContain('Atlassian Document');
    expect(
      (
        await site
          .as('Devon')
          .post('/rest/api/3/issue/SUN-7/comment', { body: { type: 'doc', version: 1, content: [] } })
      ).status,
    ).toBe(400);
    expect((await site.as('Sofía').post('/rest/api/3/issue/SUN-7/comment', { body: doc(text('x')) })).status).toBe(400);
  });
});

describe('mail', () => {
  const recipients = (site: ReturnType<typeof smallSite>) =>
    site.jira.outbox().map((mail) => `${mail.source} ${mail.to.displayName}: ${mail.subject}`);

  test("Jira's own: to the new assignee, the mentioned, and whoever follows a comment, never to who did it", async () => {
    const site = smallSite();
    await site.as('Devon').put('/rest/api/3/issue/SUN-7/assignee', { accountId: site.accountId('Yuki') });
    await site.as('Devon').put('/rest/api/3/issue/SUN-7/assignee', { accountId: site.accountId('Devon') });
    const mention = { type: 'mention', attrs: { id: site.accountId('Priya'), text: '@Priya' } };
    await site.as('Tane').post('/rest/api/3/issue/SUN-7/comment', { body: doc(mention, text(' please look')) });
    expect(recipients(site)).toEqual([
      'jira Yuki Tanabe: [Jira] Devon Carter assigned you SUN-7',
      'jira Priya Raghunathan: [Jira] Tane Wiremu mentioned you on SUN-7',
      'jira Mara Lindqvist: [Jira] Tane Wiremu commented on SUN-7',
      'jira Devon Carter: [Jira] Tane Wiremu commented on SUN-7',
    ]);
    expect(site.jira.outbox()[1]?.text).toContain('@Priya please look');
  });

  test('the one of an app goes to those named who may see the issue', async () => {
    const site = smallSite();
    const users = ['Priya', 'Noor'].map((name) => ({ accountId: site.accountId(name) }));
    const sent = await site.asApp.post('/rest/api/3/issue/SUN-7/notify', {
      subject: 'Due tomorrow',
      textBody: 'plain',
      htmlBody: '<p>rich</p>',
      to: { users },
    });
    expect(sent).toMatchObject({ status: 204, body: undefined });
    expect(site.jira.outbox()).toEqual([
      {
        id: 1,
        at: Date.parse('2026-11-22T08:00:00Z'),
        source: 'notify',
        issueKey: 'SUN-7',
        subject: 'Due tomorrow',
        text: 'plain',
        html: '<p>rich</p>',
        to: {
          accountId: site.accountId('Priya'),
          displayName: 'Priya Raghunathan',
          email: 'priya.raghunathan@example.com',
        },
      },
    ]);
    await site.asApp.post('/rest/api/3/issue/SUN-7/notify', { to: { assignee: true, reporter: true, watchers: true } });
    expect(recipients(site).slice(1)).toHaveLength(2);
  });

  test('not to oneself, not to nobody, not to a missing assignee or person', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const notify = async (key: string, to: unknown) =>
      (await devon.post(`/rest/api/3/issue/${key}/notify`, { to })).status;
    expect(await notify('SUN-7', { users: [{ accountId: site.accountId('Devon') }] })).toBe(400);
    expect(await notify('SUN-7', {})).toBe(400);
    expect(await notify('SUN-10', { assignee: true })).toBe(400);
    expect(await notify('SUN-7', { users: [{ accountId: '5be24ba3f91c106033269289' }] })).toBe(400);
    expect(await notify('SUN-99', { assignee: true })).toBe(404);
    expect(site.jira.outbox()).toEqual([]);
  });
});

describe('links', () => {
  const link = {
    globalId: 'retro=1',
    relationship: 'raised in',
    object: { url: 'https://example.com/r/1', title: 'Retro 1', summary: 'Sprint 12' },
  };

  test('a remote link is made once for each global id, then replaced as a whole', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const first = await devon.post('/rest/api/3/issue/SUN-7/remotelink', link);
    const second = await devon.post('/rest/api/3/issue/SUN-7/remotelink', {
      ...link,
      relationship: undefined,
      object: { url: link.object.url, title: 'Retro one' },
    });
    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id]);
    const { body } = await devon.get('/rest/api/3/issue/SUN-7/remotelink');
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({ globalId: 'retro=1', object: { title: 'Retro one' } });
    expect([body[0].relationship, body[0].object.summary]).toEqual([undefined, undefined]);
    expect((await devon.get('/rest/api/3/issue/SUN-7/remotelink?globalId=retro%3D1')).body.id).toBe(first.body.id);
    expect((await devon.put(`/rest/api/3/issue/SUN-7/remotelink/${first.body.id}`, link)).status).toBe(204);
    expect((await devon.get(`/rest/api/3/issue/SUN-7/remotelink/${first.body.id}`)).body.relationship).toBe(
      'raised in',
    );
    expect((await devon.delete('/rest/api/3/issue/SUN-7/remotelink?globalId=retro%3D1')).status).toBe(204);
    expect((await devon.get('/rest/api/3/issue/SUN-7/remotelink')).body).toEqual([]);
    const again = await devon.post('/rest/api/3/issue/SUN-7/remotelink', link);
    expect((await devon.delete(`/rest/api/3/issue/SUN-7/remotelink/${again.body.id}`)).status).toBe(204);
  });

  test('it needs a title, an address and the permission', async () => {
    const site = smallSite();
    const answer = await site
      .as('Devon')
      .post('/rest/api/3/issue/SUN-7/remotelink', { object: { url: 'nowhere', title: '' } });
    expect(answer.body.errors).toEqual({ title: "'title' is required.", url: "'url' is not a valid URL." });
    expect((await site.as('Sofía').post('/rest/api/3/issue/SUN-7/remotelink', link)).status).toBe(403);
  });

  test('"A blocks B" is written with A inward, and shows on both ends', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    expect((await devon.get('/rest/api/3/issueLinkType')).body.issueLinkTypes).toHaveLength(4);
    const made = await devon.post('/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: 'SUN-7' },
      outwardIssue: { key: 'SUN-8' },
    });
    expect([made.status, made.body]).toEqual([201, undefined]);
    const [onSource] = (await devon.get('/rest/api/3/issue/SUN-7?fields=issuelinks')).body.fields.issuelinks;
    const [onTarget] = (await devon.get('/rest/api/3/issue/SUN-8?fields=issuelinks')).body.fields.issuelinks;
    expect([onSource.outwardIssue.key, onTarget.inwardIssue.key, onSource.type.outward]).toEqual([
      'SUN-8',
      'SUN-7',
      'blocks',
    ]);
    expect((await devon.get(`/rest/api/3/issueLink/${onSource.id}`)).body).toMatchObject({
      inwardIssue: { key: 'SUN-7' },
      outwardIssue: { key: 'SUN-8' },
    });
    expect((await devon.delete(`/rest/api/3/issueLink/${onSource.id}`)).status).toBe(204);
    expect((await devon.get(`/rest/api/3/issueLink/${onSource.id}`)).status).toBe(404);
  });
});

describe('properties', () => {
  test('201 for a new one, 200 for a changed one, 404 once it is gone', async () => {
    const site = smallSite();
    const devon = site.as('Devon');
    const path = '/rest/api/3/issue/SUN-7/properties/sternlight.action';
    expect([(await devon.put(path, { a: 1 })).status, (await devon.put(path, { a: 2 })).status]).toEqual([201, 200]);
    expect((await devon.get(path)).body).toEqual({ key: 'sternlight.action', value: { a: 2 } });
    expect(
      (await devon.get('/rest/api/3/issue/SUN-7/properties')).body.keys.map((entry: { key: string }) => entry.key),
    ).toEqual(['sternlight.action']);
    expect((await devon.delete(path)).status).toBe(204);
    expect((await devon.get(path)).status).toBe(404);
  });

  test('not too long, not empty, and not without the permission to edit', async () => {
    const site = smallSite();
    const path = '/rest/api/3/issue/SUN-7/properties/k';
    expect((await site.as('Devon').put(path, 'x'.repeat(32_767))).status).toBe(400);
    expect((await site.as('Devon').put(path, 'x'.repeat(32_766))).status).toBe(201);
    expect((await site.as('Devon').put(path, null)).status).toBe(400);
    expect((await site.as('Sofía').put(path, 1)).status).toBe(403);
  });

  test('of an app: for the app itself only; of a user: for that user only', async () => {
    const site = smallSite();
    const path = '/rest/forge/1/app/properties/tier';
    expect((await site.asApp.put(path, { a: 1 })).body).toEqual({ statusCode: 201, message: 'Property created.' });
    expect((await site.asApp.put(path, { a: 2 })).status).toBe(200);
    expect((await site.asApp.get(path)).body.value).toEqual({ a: 2 });
    expect((await site.asApp.get('/rest/forge/1/app/properties')).body.keys).toHaveLength(1);
    expect((await site.as('Mara').get(path)).status).toBe(403);
    expect((await site.asApp.delete(path)).status).toBe(204);
    const mine = `/rest/api/3/user/properties/k?accountId=${encodeURIComponent(site.accountId('Devon'))}`;
    expect((await site.as('Devon').put(mine, true)).status).toBe(201);
    expect((await site.as('Devon').get(mine)).body.value).toBe(true);
    expect((await site.as('Priya').get(mine)).status).toBe(403);
  });

  test('of projects, boards and sprints', async () => {
    const site = smallSite();
    expect((await site.as('Devon').get('/rest/api/3/project/SUN/properties')).body).toEqual({ keys: [] });
    expect((await site.as('Mara').put('/rest/agile/1.0/sprint/38/properties/k', { a: 1 })).status).toBe(201);
    expect((await site.as('Devon').get('/rest/agile/1.0/sprint/38/properties/k')).body.value).toEqual({ a: 1 });
    expect((await site.as('Devon').put('/rest/agile/1.0/sprint/38/properties/k', 1)).status).toBe(403);
    expect((await site.as('Devon').get('/rest/agile/1.0/board/1/properties')).body).toEqual({ keys: [] });
  });
});

test('everybody may watch; others are put on the list by those who manage it', async () => {
  const site = smallSite();
  expect((await site.as('Devon').post('/rest/api/3/issue/SUN-7/watchers')).status).toBe(204);
  expect((await site.as('Devon').post('/rest/api/3/issue/SUN-7/watchers', site.accountId('Yuki'))).status).toBe(403);
  expect((await site.as('Mara').post('/rest/api/3/issue/SUN-7/watchers', site.accountId('Yuki'))).status).toBe(204);
  const { body } = await site.as('Devon').get('/rest/api/3/issue/SUN-7/watchers');
  expect([body.watchCount, body.isWatching, body.watchers.length]).toEqual([3, true, 3]);
  const me = encodeURIComponent(site.accountId('Devon'));
  expect((await site.as('Devon').delete(`/rest/api/3/issue/SUN-7/watchers?accountId=${me}`)).status).toBe(204);
  expect((await site.as('Devon').get('/rest/api/3/issue/SUN-7/watchers')).body.isWatching).toBe(false);
});
