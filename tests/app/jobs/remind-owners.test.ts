import { onHour } from '../../../src/app/jobs/on-hour';
import { remindOwners } from '../../../src/app/jobs/remind-owners';
import { changeAction } from '../../../src/app/home/change-action';
import type { FilingWorld } from '../../support/action-items';
import { aRunningRetro, anAction, storedAction, storedReminder, withIssue } from '../../support/action-items';

const HOUR = 3_600_000;
const at = (iso: string): number => Date.parse(`${iso}Z`);

/** The hourly trigger, every hour from now to then. */
async function hours(it: FilingWorld, until: string): Promise<void> {
  while (it.world.now.value + HOUR <= at(until)) {
    it.world.now.value += HOUR;
    await onHour(it.world.app);
  }
}

const sweep = (it: FilingWorld) => remindOwners(it.world.app, it.world.now.value + HOUR);

/** An action of ben's, due Friday 20 November 2026, with its issue; it is Monday the 2nd, 9:00 UTC. */
async function ofBens(it: FilingWorld, due = '2026-11-20', text = 'Fix the build'): Promise<string> {
  const action = await anAction(it.ann, { owner: 'ben', due, text });
  await withIssue(it.world, it.jira, action);
  return action;
}

async function aWorld(zone: string | null = 'Europe/Berlin'): Promise<FilingWorld & { sent: string[] }> {
  const it = await aRunningRetro();
  it.jira.zones.set('ben', zone);
  const sent: string[] = [];
  const notify = it.jira.notify.bind(it.jira);
  it.jira.notify = async (key, to, mail) => {
    const outcome = await notify(key, to, mail);
    if (outcome === 'sent') sent.push(`${new Date(it.world.now.value).toISOString().slice(0, 16)} ${mail.subject}`);
    return outcome;
  };
  return Object.assign(it, { sent });
}

test('one working day before, on the day, once after; nothing more', async () => {
  const it = await aWorld();
  const action = await ofBens(it);
  await hours(it, '2026-12-20T00:00');
  expect(it.sent).toEqual([
    '2026-11-19T08:00 Due tomorrow: Fix the build',
    '2026-11-20T08:00 Due today: Fix the build',
    '2026-11-23T08:00 Overdue since Fri, 20 November: Fix the build',
  ]);
  expect(storedReminder(it.world, action)).toBeNull();
  expect(it.jira.mails.every(({ to, through }) => to === 'ben' && through === 'SUN-1')).toBe(true);
});

test.each([
  ['Asia/Kolkata', '04:00'],
  ['Pacific/Auckland', '20:00'],
  ['America/New_York', '14:00'],
  [null, '08:00'],
  ['Mars/Olympus', '08:00'],
])('in %s the first sweep after nine in the morning is at %s UTC', async (zone, time) => {
  const it = await aWorld(zone);
  await ofBens(it);
  await hours(it, '2026-11-20T00:00');
  expect(it.sent.filter((line) => line.includes('tomorrow')).map((line) => line.slice(11, 16))).toEqual([time]);
});

test('one mail a person and sweep, however much is due', async () => {
  const it = await aWorld();
  for (const text of ['One', 'Two', 'Three']) await ofBens(it, '2026-11-20', text);
  it.jira.zones.set('ann', 'Europe/Berlin');
  const anns = await anAction(it.ann, { owner: 'ann', due: '2026-11-20', text: 'Hers' });
  await withIssue(it.world, it.jira, anns);
  await hours(it, '2026-11-19T12:00');
  expect(it.jira.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['ben', '3 action items need you'],
    ['ann', 'Due tomorrow: Hers'],
  ]);
  expect(it.jira.mails[0]?.text).toMatch(/One[\s\S]*Two[\s\S]*Three/);
});

test('what is done in Jira is closed instead, though its event was lost', async () => {
  const it = await aWorld();
  const action = await ofBens(it);
  it.jira.issues[0]!.done = true;
  await hours(it, '2026-11-24T00:00');
  expect(it.sent).toEqual([]);
  expect(storedAction(it.world, action).state).toBe('done');
  expect(storedReminder(it.world, action)).toBeNull();
});

test('runs that were missed are caught up with the latest occurrence only', async () => {
  const it = await aWorld();
  await ofBens(it);
  it.world.now.value = at('2026-11-25T03:30');
  await sweep(it);
  await sweep(it);
  expect(it.sent).toEqual(['2026-11-25T03:30 Overdue since Fri, 20 November: Fix the build']);
});

test('two triggers at the same moment send one mail', async () => {
  const it = await aWorld();
  await ofBens(it);
  await ofBens(it, '2026-11-20', 'Another');
  await hours(it, '2026-11-19T07:00');
  it.world.now.value = at('2026-11-19T08:00');
  await Promise.all([sweep(it), sweep(it), sweep(it)]);
  expect(it.sent).toEqual(['2026-11-19T08:00 2 action items need you']);
});

test('a new owner or due date starts over; what fell due before concerns nobody', async () => {
  const it = await aWorld();
  const action = await ofBens(it);
  await hours(it, '2026-11-19T12:00');
  it.jira.zones.set('cid', 'UTC');
  await changeAction(it.world.app, it.ann.caller, { v: 1, action, owner: 'cid' });
  await hours(it, '2026-11-20T12:00');
  await changeAction(it.world.app, it.ann.caller, { v: 1, action, due: '2026-11-27' });
  await hours(it, '2026-11-26T12:00');
  expect(it.jira.mails.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
    'ben Due tomorrow: Fix the build',
    'cid Due today: Fix the build',
    'cid Due tomorrow: Fix the build',
  ]);
});

test('a changed text neither repeats nor loses a reminder', async () => {
  const it = await aWorld();
  const action = await ofBens(it);
  await hours(it, '2026-11-19T12:00');
  await changeAction(it.world.app, it.ann.caller, { v: 1, action, text: 'Fix it well' });
  await hours(it, '2026-11-20T12:00');
  expect(it.sent).toEqual(['2026-11-19T08:00 Due tomorrow: Fix the build', '2026-11-20T08:00 Due today: Fix it well']);
});

test.each(['done', 'dropped'] as const)('what is %s here is not mentioned any more', async (state) => {
  const it = await aWorld();
  const action = await ofBens(it);
  await changeAction(it.world.app, it.ann.caller, { v: 1, action, state });
  await hours(it, '2026-11-24T00:00');
  expect(it.sent).toEqual([]);
});

describe('runs that die', () => {
  test('between sending and confirming: the mail comes once more and says so', async () => {
    const it = await aWorld();
    await ofBens(it);
    await hours(it, '2026-11-19T07:00');
    it.world.now.value = at('2026-11-19T08:00');
    it.world.records.faults.beforeCommit = () => (it.jira.mails.length === 1 ? 'fail' : undefined);
    await onHour(it.world.app);
    it.world.records.faults = {};
    await hours(it, '2026-11-19T18:00');
    expect(it.sent).toHaveLength(2);
    expect(it.jira.mails.map(({ text }) => text.includes('already'))).toEqual([false, true]);
  });

  test('twice: nobody is told a third time, and the next occurrence is told as ever', async () => {
    const it = await aWorld();
    await ofBens(it);
    it.jira.faults = { notify: ['unknown-outcome', 'unknown-outcome'] };
    await hours(it, '2026-11-19T20:00');
    expect(it.jira.calls.filter((name) => name === 'notify')).toHaveLength(2);
    await hours(it, '2026-11-20T12:00');
    expect(it.sent).toEqual(['2026-11-20T08:00 Due today: Fix the build']);
    expect(it.jira.mails[0]?.text).not.toContain('already');
  });

  test('before their lease is over nobody repeats them, even where the index is stale', async () => {
    const it = await aWorld();
    await ofBens(it);
    const query = it.world.records.query.bind(it.world.records);
    it.world.records.query = async ({ range: _range, ...rest }) => query(rest);
    it.world.now.value = at('2026-11-19T08:00');
    it.jira.faults = { notify: ['unknown-outcome'] };
    await sweep(it);
    it.world.now.value += 14 * 60_000;
    await sweep(it);
    expect(it.sent).toEqual([]);
    it.world.now.value += 2 * 60_000;
    await sweep(it);
    expect(it.sent).toHaveLength(1);
  });
});

describe('when Jira does not go along', () => {
  test('asked to wait, the run ends, nothing is lost and nothing said to be doubled', async () => {
    const it = await aWorld();
    await ofBens(it);
    it.world.now.value = at('2026-11-19T08:00');
    it.jira.faults = { notify: ['busy'] };
    expect(await sweep(it)).toMatchObject({ mails: 0, stopped: true });
    expect(await sweep(it)).toMatchObject({ mails: 1, stopped: false });
    expect(it.jira.mails[0]?.text).not.toContain('already');
  });

  test.each(['timeZoneOf', 'states', 'pageUrl'] as const)('%s failing leaves everything due', async (method) => {
    const it = await aWorld();
    await ofBens(it);
    await sweep(it);
    it.world.now.value = at('2026-11-19T08:00');
    it.jira.faults = { [method]: ['failed'] };
    expect(await sweep(it)).toMatchObject({ mails: 0, stopped: true });
    expect(await sweep(it)).toMatchObject({ mails: 1 });
  });

  test('the mail goes through the first issue that reaches the person', async () => {
    const it = await aWorld();
    await ofBens(it);
    await ofBens(it, '2026-11-20', 'Another');
    it.jira.unreachable.add('SUN-1/ben');
    await hours(it, '2026-11-19T12:00');
    expect(it.jira.mails.map(({ through }) => through)).toEqual(['SUN-2']);
  });

  test('what a person may not see is neither carrier nor content', async () => {
    const it = await aWorld();
    await ofBens(it, '2026-11-20', 'Secret');
    await ofBens(it, '2026-11-20', 'Open');
    it.jira.hidden.add('SUN-1/ben');
    await hours(it, '2026-11-19T12:00');
    expect(it.jira.mails).toHaveLength(1);
    expect(it.jira.mails[0]).toMatchObject({ through: 'SUN-2', subject: 'Due tomorrow: Open' });
    expect(it.jira.mails[0]?.text).not.toMatch(/Secret|SUN-1/);
  });

  test('if Jira does not tell, issues of other projects are named by their key only', async () => {
    const it = await aWorld();
    await ofBens(it, '2026-11-20', 'Here');
    await ofBens(it, '2026-11-20', 'Elsewhere');
    it.jira.issues[1]!.projectId = '10001';
    it.jira.tellsVisibility = false;
    await hours(it, '2026-11-19T12:00');
    expect(it.jira.mails[0]?.text).toContain('SUN-2 (due tomorrow)');
    expect(it.jira.mails[0]?.text).not.toContain('Elsewhere');
  });

  test('an action without an issue, or nobody to be reached: the occurrence passes, the page shows it', async () => {
    const it = await aWorld();
    const action = await anAction(it.ann, { owner: 'ben', due: '2026-11-20' });
    it.world.now.value = at('2026-11-19T08:00');
    expect(await sweep(it)).toMatchObject({ mails: 0, unreached: 1 });
    expect(storedReminder(it.world, action)).toMatchObject({ passed: 'before' });
    expect(await sweep(it)).toMatchObject({ due: 0 });
  });

  test('an issue Jira hides for a while is waited for', async () => {
    const it = await aWorld();
    await ofBens(it);
    it.jira.issues[0]!.visible = false;
    await hours(it, '2026-11-19T10:00');
    it.jira.issues[0]!.visible = true;
    await hours(it, '2026-11-19T12:00');
    expect(it.sent).toEqual(['2026-11-19T11:00 Due tomorrow: Fix the build']);
  });
});

test('a run costs what is due: with nothing due one query and no question to Jira', async () => {
  const it = await aWorld();
  for (let n = 0; n < 30; n += 1) await ofBens(it, '2026-12-18', `Item ${n}`);
  it.jira.calls = [];
  const before = { ...it.world.records.counts };
  expect(await sweep(it)).toEqual({ due: 0, mails: 0, unreached: 0, stopped: false });
  const { counts } = it.world.records;
  expect([counts.queries - before.queries, counts.reads - before.reads, counts.writes - before.writes]).toEqual([
    1, 0, 0,
  ]);
  expect(it.jira.calls).toEqual([]);
});

test('a run is bounded, and the next one goes on', async () => {
  const it = await aWorld();
  for (let n = 0; n < 5; n += 1) {
    it.jira.zones.set(`person${n}`, 'UTC');
    await withIssue(it.world, it.jira, await anAction(it.ann, { owner: `person${n}`, due: '2026-11-20' }));
  }
  it.world.now.value = at('2026-11-19T10:00');
  expect(await remindOwners(it.world.app, it.world.now.value + HOUR, 3)).toMatchObject({ mails: 3 });
  expect(await remindOwners(it.world.app, it.world.now.value + HOUR, 3)).toMatchObject({ mails: 2 });
  expect(new Set(it.jira.mails.map(({ to }) => to)).size).toBe(5);
});

test('the log holds codes and counts, never a text, a name or an account', async () => {
  const it = await aWorld();
  await ofBens(it, '2026-11-20', 'Top secret');
  it.jira.faults = { notify: ['unknown-outcome', 'busy'] };
  await hours(it, '2026-11-24T00:00');
  expect(it.world.logs.length).toBeGreaterThan(10);
  expect(JSON.stringify(it.world.logs)).not.toMatch(/secret|ben|ann|SUN-/i);
});
