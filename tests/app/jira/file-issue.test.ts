import { fileIssue } from '../../../src/app/jira/file-issue';
import type { Answer, FileIssueRequest } from '../../../src/contract/api';
import type { PublicAction } from '../../../src/domain/action-item';
import type { FilingWorld } from '../../support/action-items';
import { aRunningRetro, anAction, storedAction, storedReminder } from '../../support/action-items';
import type { Person } from '../../support/memory-app';
import { PROJECT, TEAM } from '../../support/memory-app';

type Filed = Answer<{ action: PublicAction; notOnScreen?: string[] }>;

const MINUTE = 60_000;

function file(
  world: FilingWorld,
  person: Person,
  action: string,
  more: Partial<FileIssueRequest> = {},
): Promise<Filed> {
  return fileIssue(world.world.as(person.accountId), person.caller, { v: 1, action, ...more });
}

const codeOf = (answer: Filed): string => (answer.ok ? 'ok' : answer.refusal.code);

test('one click makes an issue with owner, due date, label, sprint and the way back', async () => {
  const it = await aRunningRetro();
  const action = await anAction(it.ann, { owner: 'ben', due: '2026-11-20' });
  const answer = await file(it, it.ann, action);
  expect(answer).toMatchObject({ ok: true, action: { issue: { id: '1001', key: 'SUN-1' }, filing: null } });
  expect(answer).not.toHaveProperty('notOnScreen');
  expect(it.jira.issues[0]?.wish).toMatchObject({
    projectId: PROJECT,
    summary: 'Fix the build',
    assignee: 'ben',
    due: '2026-11-20',
    labels: ['retrospective'],
    sprint: 7,
    property: { actionId: action, teamId: TEAM },
  });
  expect(it.jira.links).toMatchObject([{ issueKey: 'SUN-1', globalId: `sternlight=${action}`, as: 'user' }]);
  expect(it.world.events.at(-1)?.actions).toMatchObject({ [action.slice(-15)]: { issue: { key: 'SUN-1' } } });
});

test('the attempt is stored before Jira is asked, and everybody sees it', async () => {
  const it = await aRunningRetro();
  const action = await anAction(it.ann);
  let during: unknown;
  it.jira.duringCreate = async () => {
    during = storedAction(it.world, action).filing;
    expect(it.world.events.at(-1)?.actions?.[action.slice(-15)]?.filing).toMatchObject({ state: 'calling' });
  };
  await file(it, it.ann, action);
  expect(during).toMatchObject({ state: 'calling', attempt: it.jira.issues[0]?.wish.property.attempt });
});

test('of two people who click at once, one creates', async () => {
  const it = await aRunningRetro();
  const action = await anAction(it.ann);
  const answers = await Promise.all([file(it, it.ann, action), file(it, it.ben, action), file(it, it.ann, action)]);
  expect(answers.map(codeOf).sort()).toEqual(['action/filing', 'action/filing', 'ok']);
  expect(it.jira.issues).toHaveLength(1);
  expect(codeOf(await file(it, it.ben, action))).toBe('action/has-issue');
});

test('the topic’s cards are in the description, never an author, never a card that lies face down', async () => {
  const it = await aRunningRetro('collect');
  const face = await it.ann.writes('stop', 'Flaky tests');
  const other = await it.ben.writes('stop', 'CI is <b>slow</b>\nvery');
  const hidden = await it.ben.writes('start', 'Secret idea');
  await it.ann.does('revealCards', { columns: ['stop'] });
  const secret = await anAction(it.ann, { topic: hidden });
  await file(it, it.ann, secret);
  expect(it.jira.issues[0]?.wish.description.bullets).toEqual([]);
  await it.ann.does('advanceStep', { step: 'group' });
  await it.ann.does('groupCards', { cards: [other], onto: face, group: `05-${it.ann.commandId()}` });
  const action = await anAction(it.ann, { topic: other, topicTitle: 'Flaky tests' });
  await file(it, it.ann, action);
  const { description } = it.jira.issues[1]!.wish;
  expect(description.intro).toBe('Agreed in the retrospective “Retro” about “Flaky tests”.');
  expect(description.bullets.sort()).toEqual(['CI is <b>slow</b>\nvery', 'Flaky tests']);
  expect(description.link.url).toContain(it.ann.retroId);
  expect(JSON.stringify(description)).not.toMatch(/ann|ben/);
});

describe('what is refused, in this order', () => {
  test('a payload that is none, and a page of another version', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    const raw = (request: unknown) => fileIssue(it.world.app, it.ann.caller, request);
    expect(codeOf(await raw(null))).toBe('payload/invalid');
    expect(codeOf(await raw({ v: 2, action }))).toBe('contract/reload');
    expect(codeOf(await raw({ v: 1, action: '../x' }))).toBe('payload/invalid');
    expect(codeOf(await raw({ v: 1, action, fields: { a: { deep: 1 } } }))).toBe('payload/invalid');
    expect(it.jira.calls).toEqual([]);
  });

  test('missing and invisible look the same', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.world.mayBrowse = (accountId) => accountId !== 'eve';
    const eve = fileIssue(it.world.as('eve'), { accountId: 'eve', projectId: PROJECT }, { v: 1, action });
    const missing = file(it, it.ann, `${action.slice(0, -1)}z`);
    const elsewhere = file(it, it.ann, action.replace('p10000', 'p10001'));
    expect(await eve).toEqual(await missing);
    expect(await eve).toEqual(await elsewhere);
    expect(await eve).toEqual({ ok: false, refusal: { code: 'access/not-found' } });
    expect(it.jira.calls).toEqual([]);
  });

  test('somebody who only looks', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    const answer = await fileIssue(it.world.as('cid'), { accountId: 'cid', projectId: PROJECT }, { v: 1, action });
    expect(codeOf(answer)).toBe('participant/not-joined');
  });

  test('required fields are asked for before anything is written', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.jira.screen.required = [
      { id: 'customfield_1', name: 'Impact', type: 'option', options: [{ id: '10', name: 'High' }] },
      { id: 'duedate', name: 'Due date', type: 'date', options: [] },
    ];
    const answer = await file(it, it.ann, action, { fields: { customfield_1: '99', reporter: 'eve' } });
    expect(answer).toEqual({
      ok: false,
      refusal: {
        code: 'jira/fields',
        details: { customfield_1: 'Impact is not a value this field takes.', duedate: 'Due date is required.' },
      },
    });
    expect(storedAction(it.world, action).filing).toBeNull();
    const fields = { customfield_1: '10', duedate: '2026-12-01', reporter: 'eve' };
    expect(codeOf(await file(it, it.ann, action, { fields }))).toBe('ok');
    expect(it.jira.issues[0]?.wish.fields).toEqual({ customfield_1: '10', duedate: '2026-12-01' });
  });

  test('an issue type that is not offered', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    expect(codeOf(await file(it, it.ann, action, { issueType: '77' }))).toBe('jira/fields');
    expect(codeOf(await file(it, it.ann, action, { issueType: '2' }))).toBe('ok');
    expect(it.jira.issues[0]?.wish.issueType).toBe('2');
  });
});

describe('when Jira says no', () => {
  test.each([
    ['fields', 'jira/fields'],
    ['forbidden', 'jira/forbidden'],
    ['busy', 'jira/busy'],
    ['failed', 'jira/failed'],
  ] as const)('%s leaves the action as it was, and the next click works', async (fault, code) => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.jira.faults = { create: [fault] };
    it.jira.details = { duedate: 'No.' };
    const answer = await file(it, it.ann, action);
    expect(codeOf(answer)).toBe(code);
    if (!answer.ok && fault === 'busy') expect(answer.refusal.details).toEqual({ retryAfterSeconds: '30' });
    if (!answer.ok && fault === 'fields') expect(answer.refusal.details).toEqual({ duedate: 'No.' });
    expect(storedAction(it.world, action)).toMatchObject({ issue: null, filing: null });
    expect(codeOf(await file(it, it.ann, action))).toBe('ok');
    expect(it.jira.issues).toHaveLength(1);
  });

  test('a person who may not schedule gets the issue in the backlog, and is told', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.jira.faults = { create: ['fields'] };
    it.jira.details = { customfield_10020: 'You do not have permission to schedule.' };
    expect(await file(it, it.ann, action)).toMatchObject({ ok: true, notOnScreen: ['sprint'] });
    expect(it.jira.issues[0]?.wish.sprint).toBeNull();
  });

  test('fields without a place on the screen are left out, and the person is told', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann, { owner: 'ben', due: '2026-11-20' });
    it.jira.screen = { ...it.jira.screen, fields: ['summary', 'labels'], sprintField: null };
    expect(await file(it, it.ann, action)).toMatchObject({
      ok: true,
      notOnScreen: ['description', 'assignee', 'duedate'],
    });
    expect(it.jira.sprints).toEqual([{ sprint: 7, issueKey: 'SUN-1' }]);
  });

  test('a link back that fails is repeated later, the issue stands', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.jira.faults = { linkBack: ['busy'] };
    expect(codeOf(await file(it, it.ann, action))).toBe('ok');
    expect(storedAction(it.world, action).issue).toEqual({ id: '1001', key: 'SUN-1', unlinked: true });
  });
});

describe('when nobody knows', () => {
  test.each(['unknown-outcome', 'lost-after'] as const)('%s: nothing is created again by itself', async (fault) => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.jira.faults = { create: [fault] };
    it.jira.indexLag = true;
    expect(codeOf(await file(it, it.ann, action))).toBe('jira/unknown-outcome');
    expect(storedAction(it.world, action).filing).toMatchObject({ state: 'checking' });
    const created = it.jira.issues.length;
    expect(codeOf(await file(it, it.ann, action))).toBe('action/filing');
    expect(codeOf(await file(it, it.ben, action, { again: true }))).toBe('action/filing');
    expect(it.jira.issues).toHaveLength(created);
  });

  test('after ten minutes the person may say so, and the earlier issue is looked for once more', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.jira.faults = { create: ['lost-after'] };
    it.jira.indexLag = true;
    await file(it, it.ann, action);
    it.world.now.value += 9 * MINUTE;
    expect(await file(it, it.ann, action, { again: true })).toMatchObject({
      refusal: { code: 'action/filing', details: { waitSeconds: '60' } },
    });
    it.world.now.value += MINUTE;
    it.jira.issues[0]!.indexed = true;
    expect(await file(it, it.ann, action, { again: true })).toMatchObject({
      ok: true,
      action: { issue: { key: 'SUN-1' } },
    });
    expect(it.jira.issues).toHaveLength(1);
  });

  test('created again, the first attempt is still recognised when it turns up', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.jira.faults = { create: ['unknown-outcome', 'unknown-outcome'] };
    await file(it, it.ann, action);
    const first = storedAction(it.world, action).filing?.attempt;
    it.world.now.value += 11 * MINUTE;
    expect(codeOf(await file(it, it.ann, action, { again: true }))).toBe('jira/unknown-outcome');
    expect(storedAction(it.world, action).filing?.earlier).toEqual([first]);
  });

  test('a function that died in its call counts as unknown after a minute', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.world.records.faults.beforeCommit = () => (it.jira.issues.length > 0 ? 'fail' : undefined);
    expect(codeOf(await file(it, it.ann, action))).toBe('jira/unknown-outcome');
    it.world.records.faults = {};
    expect(storedAction(it.world, action).filing).toMatchObject({ state: 'calling' });
    expect(codeOf(await file(it, it.ann, action))).toBe('action/filing');
    it.world.now.value += 11 * MINUTE;
    expect(await file(it, it.ann, action, { again: true })).toMatchObject({
      ok: true,
      action: { issue: { key: 'SUN-1' } },
    });
    expect(it.jira.issues).toHaveLength(1);
  });

  test('storage that fails after writing the claim leaves nothing created', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.world.records.faults.beforeCommit = () => 'fail-after';
    expect(codeOf(await file(it, it.ann, action))).toBe('storage/unavailable');
    expect(it.jira.issues).toHaveLength(0);
  });
});

test('an issue that was deleted in Jira can be filed anew', async () => {
  const it = await aRunningRetro();
  const action = await anAction(it.ann);
  await file(it, it.ann, action);
  const name = `action/${action}`;
  const record = JSON.parse(it.world.records.rows.get(name)!) as { body: { issue: object } };
  record.body.issue = { ...record.body.issue, gone: true };
  it.world.records.rows.set(name, JSON.stringify(record));
  expect(await file(it, it.ann, action)).toMatchObject({ ok: true, action: { issue: { key: 'SUN-2' } } });
});

test('in a closed retro whoever may browse the project files what was agreed', async () => {
  const it = await aRunningRetro();
  const action = await anAction(it.ann, { owner: 'ben', due: '2026-11-20' });
  expect((await it.ann.does('closeRetro', {})).ok).toBe(true);
  const answer = await fileIssue(it.world.as('cid'), { accountId: 'cid', projectId: PROJECT }, { v: 1, action });
  expect(codeOf(answer)).toBe('ok');
  expect(storedReminder(it.world, action)).toMatchObject({ ownerId: 'ben', due: '2026-11-20' });
});
