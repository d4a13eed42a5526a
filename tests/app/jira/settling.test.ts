import { checkFiling } from '../../../src/app/jira/check-filing';
import { fileIssue } from '../../../src/app/jira/file-issue';
import { filingForm } from '../../../src/app/jira/filing-form';
import { onIssueEvent } from '../../../src/app/jira/on-issue-event';
import { sweepFilings } from '../../../src/app/jira/sweep-filings';
import type { FilingWorld } from '../../support/action-items';
import { aRunningRetro, anAction, storedAction, storedReminder, withIssue } from '../../support/action-items';
import type { Person } from '../../support/memory-app';

const HOUR = 3_600_000;

/** An action whose issue exists while nobody knows it. */
async function anUnknownFiling(): Promise<FilingWorld & { action: string }> {
  const it = await aRunningRetro();
  const action = await anAction(it.ann, { owner: 'ben', due: '2026-11-20' });
  it.jira.faults = { create: ['lost-after'] };
  it.jira.indexLag = true;
  await fileIssue(it.world.app, it.ann.caller, { v: 1, action });
  it.jira.calls = [];
  return { ...it, action };
}

const check = (it: FilingWorld & { action: string }, person: Person) =>
  checkFiling(it.world.as(person.accountId), person.caller, { v: 1, action: it.action });

const searches = (it: FilingWorld): number => it.jira.calls.filter((name) => name === 'findByAction').length;

const event = (what: string, issueId: string, more: object = {}) => ({
  eventType: `avi:jira:${what}:issue`,
  issue: { id: issueId, key: 'SUN-1', fields: {} },
  ...more,
});

describe('looking for an issue of unknown outcome', () => {
  test('however many pages ask, the index is searched at growing distances', async () => {
    const it = await anUnknownFiling();
    for (let second = 0; second < 120; second += 1) {
      it.world.now.value += 1000;
      await Promise.all([check(it, it.ann), check(it, it.ben)]);
    }
    expect(searches(it)).toBeGreaterThan(4);
    expect(searches(it)).toBeLessThan(14);
    expect(storedAction(it.world, it.action).filing).toMatchObject({ state: 'checking' });
  });

  test('what search shows settles it, with the link back', async () => {
    const it = await anUnknownFiling();
    it.jira.issues[0]!.indexed = true;
    it.world.now.value += 5000;
    expect(await check(it, it.ben)).toMatchObject({ ok: true, action: { issue: { key: 'SUN-1' }, filing: null } });
    expect(it.jira.links).toMatchObject([{ issueKey: 'SUN-1', as: 'app' }]);
    expect(await check(it, it.ben)).toMatchObject({ ok: true, action: { issue: { key: 'SUN-1' } } });
    expect(searches(it)).toBe(1);
  });

  test('a search that fails is no find, and says so', async () => {
    const it = await anUnknownFiling();
    it.jira.faults = { findByAction: ['busy'] };
    it.world.now.value += 5000;
    expect(await check(it, it.ann)).toMatchObject({ ok: false, refusal: { code: 'jira/busy' } });
    expect(storedAction(it.world, it.action).filing).not.toBeNull();
  });

  test('the hourly sweep finds what nobody looks for, and a function that died', async () => {
    const it = await anUnknownFiling();
    it.jira.issues[0]!.indexed = true;
    it.world.now.value += HOUR;
    expect(await sweepFilings(it.world.app)).toEqual({ settled: 1, links: 0 });
    expect(storedAction(it.world, it.action).issue?.key).toBe('SUN-1');
    expect(await sweepFilings(it.world.app)).toEqual({ settled: 0, links: 0 });
  });

  test('the sweep ends where Jira asks to wait, and after two days there is nothing to find', async () => {
    const it = await anUnknownFiling();
    it.jira.faults = { findByAction: ['busy'] };
    it.world.now.value += HOUR;
    expect(await sweepFilings(it.world.app)).toEqual({ settled: 0, links: 0 });
    it.jira.calls = [];
    it.world.now.value += 72 * HOUR;
    await sweepFilings(it.world.app);
    expect(searches(it)).toBe(0);
  });

  test('a link Jira had no time for is set by the sweep', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    it.jira.faults = { linkBack: ['busy', 'busy'] };
    await fileIssue(it.world.app, it.ann.caller, { v: 1, action });
    await sweepFilings(it.world.app);
    expect(it.jira.links).toEqual([]);
    await sweepFilings(it.world.app);
    expect(it.jira.links).toHaveLength(1);
    expect(storedAction(it.world, action).issue).toEqual({ id: '1001', key: 'SUN-1' });
    expect(await sweepFilings(it.world.app)).toEqual({ settled: 0, links: 0 });
  });
});

describe('issue events', () => {
  test('created settles an unknown attempt, early, late or twice', async () => {
    const it = await anUnknownFiling();
    await onIssueEvent(it.world.app, event('created', '1001'));
    await onIssueEvent(it.world.app, JSON.stringify(event('created', '1001')));
    expect(storedAction(it.world, it.action)).toMatchObject({ issue: { id: '1001', key: 'SUN-1' }, filing: null });
    expect(it.jira.links).toHaveLength(1);
  });

  test('an event that overtakes the answer of the call changes nothing twice', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    const create = it.jira.create.bind(it.jira);
    it.jira.create = async (wish) => {
      const made = await create(wish);
      await onIssueEvent(it.world.app, event('created', made.id));
      return made;
    };
    const answer = await fileIssue(it.world.app, it.ann.caller, { v: 1, action });
    expect(answer).toMatchObject({ ok: true, action: { issue: { id: '1001' }, filing: null } });
    expect(it.jira.links).toHaveLength(1);
  });

  test('somebody else’s issue with our property is not taken for ours', async () => {
    const it = await anUnknownFiling();
    const { wish } = it.jira.issues[0]!;
    await it.jira.create({ ...wish, property: { ...wish.property, attempt: 'made-up' } });
    await onIssueEvent(it.world.app, event('created', '1002'));
    await onIssueEvent(it.world.app, event('updated', '1002', { changelog: { items: [{ fieldId: 'status' }] } }));
    expect(storedAction(it.world, it.action).issue).toBeNull();
  });

  test('done and open again, as Jira says now and not as the event said then', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann, { owner: 'ben', due: '2026-11-20' });
    const issueId = await withIssue(it.world, it.jira, action);
    const moved = event('updated', issueId, { changelog: { items: [{ fieldId: 'status' }] } });
    it.jira.issues[0]!.done = true;
    await onIssueEvent(it.world.app, moved);
    expect(storedAction(it.world, action)).toMatchObject({ state: 'done', settledAt: it.world.now.value });
    expect(storedReminder(it.world, action)).toBeNull();
    const revision = JSON.parse(it.world.records.rows.get(`action/${action}`)!).rev;
    await onIssueEvent(it.world.app, moved);
    expect(JSON.parse(it.world.records.rows.get(`action/${action}`)!).rev).toBe(revision);
    it.jira.issues[0]!.done = false;
    await onIssueEvent(it.world.app, moved);
    expect(storedAction(it.world, action)).toMatchObject({ state: 'open', settledAt: null });
    expect(storedReminder(it.world, action)).toMatchObject({ ownerId: 'ben' });
  });

  test('owner and due date follow the issue; what did not change in Jira stays as it is here', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann, { owner: 'ben', due: '2026-11-20' });
    const issueId = await withIssue(it.world, it.jira, action);
    Object.assign(it.jira.issues[0]!, { assignee: 'cid', due: '2026-12-04', key: 'MOON-3' });
    await onIssueEvent(it.world.app, event('updated', issueId, { changelog: { items: [{ field: 'assignee' }] } }));
    expect(storedAction(it.world, action)).toMatchObject({ owner: 'cid', due: '2026-11-20', issue: { key: 'MOON-3' } });
    expect(storedReminder(it.world, action)).toMatchObject({ ownerId: 'cid', due: '2026-11-20' });
    await onIssueEvent(it.world.app, event('updated', issueId, { changelog: { items: [{ fieldId: 'duedate' }] } }));
    expect(storedReminder(it.world, action)).toMatchObject({ ownerId: 'cid', due: '2026-12-04' });
  });

  test('deleted leaves the action item and says so', async () => {
    const it = await aRunningRetro();
    const action = await anAction(it.ann);
    const issueId = await withIssue(it.world, it.jira, action);
    const included = { payloadIncludeProperties: { "issue.properties['sternlight.action'].actionId": action } };
    await onIssueEvent(it.world.app, event('deleted', issueId, included));
    await onIssueEvent(it.world.app, event('deleted', issueId));
    expect(storedAction(it.world, action)).toMatchObject({ state: 'open', issue: { id: issueId, gone: true } });
  });

  test.each([
    null,
    'x',
    7,
    {},
    { eventType: 'avi:jira:created:issue' },
    event('renamed', '1'),
    event('created', '../1'),
  ])('what is not about an issue of ours is ignored: %j', async (payload) => {
    const it = await aRunningRetro();
    await onIssueEvent(it.world.app, payload);
    expect(it.jira.calls).toEqual([]);
  });
});

test('the form shows types, sprint, labels and only what Sternlight cannot fill', async () => {
  const it = await aRunningRetro();
  const action = await anAction(it.ann, { owner: 'ben' });
  const impact = {
    id: 'customfield_1',
    name: 'Impact',
    type: 'option' as const,
    options: [{ id: '10', name: 'High' }],
  };
  const own = ['summary', 'assignee', 'labels'].map((id) => ({ id, name: id, type: 'string' as const, options: [] }));
  it.jira.screen.required = [impact, ...own];
  const form = () => filingForm(it.world.app, it.ann.caller, { v: 1, action, issueType: '2' });
  expect(await form()).toEqual({
    ok: true,
    form: {
      issueTypes: [
        { id: '1', name: 'Task' },
        { id: '2', name: 'Improvement' },
      ],
      issueType: '2',
      required: [impact],
      sprint: { id: 7, name: 'Sprint 7' },
      placement: 'sprint',
      labels: ['retrospective'],
    },
  });
  it.jira.sprint = null;
  expect(await form()).toMatchObject({ form: { placement: 'backlog', sprint: null } });
  it.jira.faults = { createScreen: ['forbidden'] };
  expect(await form()).toMatchObject({ ok: false, refusal: { code: 'jira/forbidden' } });
});
