import type { NewIssue } from '../../../src/app/ports/jira';
import { JiraFailure } from '../../../src/app/ports/jira';
import { must } from '../../../src/domain/assert';
import { jiraAccess } from '../../../src/platform/jira/access';
import { issueTracker } from '../../../src/platform/jira/issue-tracker';
import type { ForgeJira } from './forge-jira';
import { PAGE_PATH, forgeJira } from './forge-jira';

const SUN = '10000';
const ACTION = 'p10000.retro0000001.03-00000000ann1';
const SEARCHABLE = {
  entityProperties: [
    {
      propertyKey: 'sternlight.action',
      values: [{ path: 'actionId', type: 'string', searchAlias: 'sternlightAction' }],
    },
  ],
};

const tracker = () => issueTracker('https://sun.example/');

async function aWish(site: ForgeJira, wish: Partial<NewIssue> = {}): Promise<NewIssue> {
  return {
    projectId: SUN,
    issueType: (await tracker().createScreen(SUN, '')).issueType,
    summary: 'Pair on releases',
    description: {
      intro: 'Agreed in the retrospective.',
      bullets: ['One\ntwo', '<b>'],
      link: { text: 'Open', url: 'https://x' },
    },
    assignee: site.accountId('Devon'),
    due: '2026-12-01',
    labels: ['retrospective'],
    sprint: null,
    fields: {},
    property: { actionId: ACTION, retroId: 'p10000.retro0000001', teamId: 'p10000', attempt: 'attempt0000000001' },
    ...wish,
  };
}

const kindOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'no failure';
  } catch (error) {
    return (error as JiraFailure).kind;
  }
};

test('an issue is created as the user, with its text, its property and the open sprint', async () => {
  const site = forgeJira(SEARCHABLE);
  const screen = await tracker().createScreen(SUN, '');
  expect(screen.issueTypes.find(({ id }) => id === screen.issueType)?.name).toBe('Task');
  const sprint = await tracker().openSprint(SUN, []);
  expect(sprint?.id).toBe(38);
  const created = await tracker().create(await aWish(site, { sprint: sprint?.id ?? null }), screen);
  const read = await site.as('Mara').get(`/rest/api/3/issue/${created.key}`);
  expect(read.body.fields).toMatchObject({
    summary: 'Pair on releases',
    duedate: '2026-12-01',
    labels: ['retrospective'],
    assignee: { accountId: site.accountId('Devon') },
    reporter: { accountId: site.accountId('Devon') },
  });
  expect(read.body.fields[screen.sprintField ?? ''][0]).toMatchObject({ id: 38, state: 'active' });
  expect(await tracker().propertyOf(created.id)).toEqual({ actionId: ACTION, attempt: 'attempt0000000001' });
});

test('a required field without a default is asked for, and what is given reaches Jira in its form', async () => {
  const site = forgeJira();
  const types = (await tracker().createScreen(SUN, '')).issueTypes;
  expect(types.every((type) => !type.subtask)).toBe(true);
  const improvement = must(
    types.find((type) => type.name === 'Improvement'),
    'Improvement',
  ).id;
  const screen = await tracker().createScreen(SUN, improvement);
  expect(screen.required.map((field) => field.id)).not.toContain('reporter');
  const impact = must(
    screen.required.find((field) => field.name === 'Impact'),
    'Impact',
  );
  expect(impact.type).toBe('option');
  const wish = await aWish(site, { issueType: improvement });
  const refused = { kind: 'fields', details: { [impact.id]: expect.any(String) } };
  await expect(tracker().create(wish, screen)).rejects.toMatchObject(refused);
  const option = must(impact.options[0], 'option').id;
  const made = await tracker().create({ ...wish, fields: { [impact.id]: option } }, screen);
  const read = await site.as('Mara').get(`/rest/api/3/issue/${made.key}`);
  expect(read.body.fields[impact.id]).toMatchObject({ id: option });
});

test('an issue is found by its attempt, and somebody else’s property is not believed', async () => {
  const site = forgeJira(SEARCHABLE);
  const screen = await tracker().createScreen(SUN, '');
  const made = await tracker().create(await aWish(site), screen);
  const attempts = ['attempt0000000001'];
  expect(await tracker().findByAction(SUN, ACTION, attempts)).toMatchObject({ id: made.id, key: made.key });
  expect(await tracker().findByAction(SUN, ACTION, ['another'])).toBeNull();
  expect(await tracker().findByAction(SUN, `${ACTION.slice(0, -1)}2`, attempts)).toBeNull();
});

test('states come in bulk, and hidden issues are absent', async () => {
  const site = forgeJira();
  const made = await tracker().create(await aWish(site), await tracker().createScreen(SUN, ''));
  const states = await tracker().states([made.id, '999999']);
  expect([...states.values()]).toEqual([
    { id: made.id, key: made.key, done: false, assignee: site.accountId('Devon'), due: '2026-12-01', projectId: SUN },
  ]);
  const { transitions } = (await site.as('Devon').get(`/rest/api/3/issue/${made.key}/transitions`)).body;
  const done = transitions.find((t: { to: { statusCategory: { key: string } } }) => t.to.statusCategory.key === 'done');
  await site.as('Devon').post(`/rest/api/3/issue/${made.key}/transitions`, { transition: { id: done.id } });
  expect((await tracker().states([made.id])).get(made.id)?.done).toBe(true);
});

test('who may see an issue is known before a mail is written', async () => {
  const site = forgeJira();
  const made = await tracker().create(await aWish(site), await tracker().createScreen(SUN, ''));
  site.user = null;
  expect(await tracker().visibleTo(site.accountId('Devon'), [made.id])).toEqual(new Set([made.id]));
  expect(await tracker().visibleTo(site.accountId('Noor'), [made.id])).toEqual(new Set());
  site.answers.push(async () => new Response('{}', { status: 403 }));
  expect(await tracker().visibleTo(site.accountId('Devon'), [made.id])).toBeNull();
});

test('a mail goes through the issue to one person, and is refused through an issue that is not there', async () => {
  const site = forgeJira();
  const made = await tracker().create(await aWish(site), await tracker().createScreen(SUN, ''));
  const mail = { subject: 'Due tomorrow: Pair', text: 'text', html: '<p>html</p>' };
  site.user = null;
  expect(await tracker().notify(made.key, site.accountId('Devon'), mail)).toBe('sent');
  const mails = site.jira.outbox().filter(({ source }) => source === 'notify');
  expect(mails).toMatchObject([
    { to: { accountId: site.accountId('Devon') }, subject: mail.subject, issueKey: made.key },
  ]);
  expect(await tracker().notify('SUN-9999', site.accountId('Devon'), mail)).toBe('refused');
});

test('the link back is set once, however often', async () => {
  const site = forgeJira();
  const made = await tracker().create(await aWish(site), await tracker().createScreen(SUN, ''));
  const link = { globalId: `sternlight=${ACTION}`, url: 'https://x/retro', title: 'Retro' };
  await tracker().linkBack(made.key, link, 'user');
  await tracker().linkBack(made.key, { ...link, title: 'Retro 2' }, 'app');
  const links = (await site.as('Devon').get(`/rest/api/3/issue/${made.key}/remotelink`)).body;
  expect(links).toHaveLength(1);
  expect(links[0].object).toMatchObject({ url: 'https://x/retro', title: 'Retro 2' });
});

test('access, zones and projects are what Jira shows', async () => {
  const site = forgeJira();
  expect(await jiraAccess.mayBrowse(SUN)).toBe(true);
  expect(await jiraAccess.mayBrowse('424242')).toBe(false);
  expect(await tracker().project(SUN)).toMatchObject({ id: SUN, key: 'SUN' });
  expect(await tracker().timeZoneOf(site.accountId('Devon'))).toMatch(/^[A-Z][a-z]+\//);
  expect(await tracker().timeZoneOf('5be24ba3f91c106033269289')).toBeNull();
  site.user = 'Noor';
  expect(await jiraAccess.mayBrowse(SUN)).toBe(false);
  expect(await tracker().project(SUN)).toBeNull();
});

test('addresses lead to the app’s page of the project, also from a run without a user', async () => {
  const site = forgeJira();
  expect(await tracker().pageUrl(SUN, 'p10000.retro0000001')).toBe(
    `https://sun.example/jira/software/projects/SUN${PAGE_PATH}/retro/p10000.retro0000001`,
  );
  expect(await tracker().issueUrl('SUN-1')).toBe('https://sun.example/browse/SUN-1');
  site.user = null;
  const scheduled = issueTracker(null);
  expect(await scheduled.pageUrl(SUN, null)).toBe(`http://127.0.0.1:3000/jira/software/projects/SUN${PAGE_PATH}`);
  await scheduled.issueUrl('SUN-1');
  expect(site.sent.filter(({ path }) => path.includes('serverInfo'))).toHaveLength(1);
});

describe('what Jira says no to', () => {
  const answer =
    (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
    async () =>
      new Response(JSON.stringify(body), { status, headers });

  test.each([
    [400, 'fields'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'busy'],
    [500, 'unknown-outcome'],
    [503, 'unknown-outcome'],
  ])('%i on a creation is %s', async (status, kind) => {
    const site = forgeJira();
    const [wish, screen] = [await aWish(site), await tracker().createScreen(SUN, '')];
    site.answers.push(answer(status, { errorMessages: [], errors: { duedate: 'No.' } }, { 'Retry-After': '17' }));
    const failure = await tracker()
      .create(wish, screen)
      .catch((error: unknown) => error as JiraFailure);
    expect(failure).toBeInstanceOf(JiraFailure);
    expect((failure as JiraFailure).kind).toBe(kind);
    if (kind === 'busy') expect((failure as JiraFailure).retryAfterSeconds).toBe(17);
    if (kind === 'fields') expect((failure as JiraFailure).details).toEqual({ duedate: 'No.' });
  });

  test('a server error on a mere question is a failure, not an unknown outcome', async () => {
    const site = forgeJira();
    site.answers.push(answer(500));
    expect(await kindOf(tracker().states(['1']))).toBe('failed');
  });

  test('a cut connection, a proxy without Jira, and nobody to act for', async () => {
    const site = forgeJira();
    const [wish, screen] = [await aWish(site), await tracker().createScreen(SUN, '')];
    site.answers.push(async () => Promise.reject(new TypeError('fetch failed')));
    expect(await kindOf(tracker().create(wish, screen))).toBe('unknown-outcome');
    site.answers.push(answer(504, {}, { 'forge-proxy-error': 'UPSTREAM_TIMEOUT' }));
    expect(await kindOf(tracker().create(wish, screen))).toBe('unknown-outcome');
    site.user = null;
    expect(await kindOf(tracker().create(wish, screen))).toBe('forbidden');
  });

  test('a creation Jira never answers is given up after 15 seconds, and may have happened', async () => {
    const site = forgeJira();
    const [wish, screen] = [await aWish(site), await tracker().createScreen(SUN, '')];
    site.answers.push(async () => new Promise<Response>(() => undefined));
    jest.useFakeTimers();
    try {
      const outcome = kindOf(tracker().create(wish, screen));
      await jest.advanceTimersByTimeAsync(15_000);
      expect(await outcome).toBe('unknown-outcome');
    } finally {
      jest.useRealTimers();
    }
  });
});
