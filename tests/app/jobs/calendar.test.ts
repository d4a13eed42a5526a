import {
  FIRST_ZONE,
  LAST_ZONE,
  dayIn,
  daysBetween,
  isZone,
  momentsOf,
  morningOf,
} from '../../../src/app/jobs/calendar';
import { dueInWords, mailOf } from '../../../src/app/jobs/digest';

const iso = (due: string, zone: string) =>
  Object.fromEntries(
    momentsOf(due, zone).map(({ occurrence, at }) => [occurrence, new Date(at).toISOString().slice(0, 16)]),
  );

describe('nine in the morning', () => {
  test.each([
    ['2026-11-20', 'Europe/Berlin', '2026-11-20T08:00'],
    ['2026-07-20', 'Europe/Berlin', '2026-07-20T07:00'],
    ['2026-11-20', 'Asia/Kolkata', '2026-11-20T03:30'],
    ['2026-11-20', 'Pacific/Kiritimati', '2026-11-19T19:00'],
    ['2026-11-20', 'America/New_York', '2026-11-20T14:00'],
    ['2026-11-20', FIRST_ZONE, '2026-11-19T19:00'],
    ['2026-11-20', LAST_ZONE, '2026-11-20T21:00'],
  ])('%s in %s is %s UTC', (day, zone, expected) => {
    expect(new Date(morningOf(day, zone)).toISOString().slice(0, 16)).toBe(expected);
  });

  test('on the days the clock changes it is still nine', () => {
    expect(new Date(morningOf('2026-03-29', 'Europe/Berlin')).toISOString()).toBe('2026-03-29T07:00:00.000Z');
    expect(new Date(morningOf('2026-10-25', 'Europe/Berlin')).toISOString()).toBe('2026-10-25T08:00:00.000Z');
    expect(new Date(morningOf('2026-11-01', 'America/New_York')).toISOString()).toBe('2026-11-01T14:00:00.000Z');
  });
});

describe('working days', () => {
  test('one working day before, the day itself, the working day after', () => {
    expect(iso('2026-11-18', 'UTC')).toEqual({
      before: '2026-11-17T09:00',
      on: '2026-11-18T09:00',
      overdue: '2026-11-19T09:00',
    });
  });

  test('over a weekend: Friday before a Monday, Monday after a Friday', () => {
    expect(iso('2026-11-23', 'UTC')['before']).toBe('2026-11-20T09:00');
    expect(iso('2026-11-20', 'UTC')['overdue']).toBe('2026-11-23T09:00');
  });

  test('nothing is said on a weekend: what is due then is said on Friday and on Monday', () => {
    for (const due of ['2026-11-21', '2026-11-22'])
      expect(iso(due, 'UTC')).toEqual({ before: '2026-11-20T09:00', overdue: '2026-11-23T09:00' });
  });

  test('the clock change between two mornings moves neither', () => {
    expect(iso('2026-03-30', 'Europe/Berlin')).toEqual({
      before: '2026-03-27T08:00',
      on: '2026-03-30T07:00',
      overdue: '2026-03-31T07:00',
    });
  });
});

test('zones nobody knows are not believed', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', '', '../etc'].map(isZone)).toEqual([true, true, false, false, false]);
});

test('the day it is depends on where one is', () => {
  const now = Date.UTC(2026, 10, 20, 11);
  expect([dayIn(now, 'Pacific/Auckland'), dayIn(now, 'America/Los_Angeles')]).toEqual(['2026-11-21', '2026-11-20']);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

describe('the mail', () => {
  const line = {
    text: 'Fix <script>alert(1)</script> & "CI"',
    retroTitle: "Retro's <b>",
    due: '2026-11-20',
    issueKey: 'SUN-1',
    issueUrl: 'https://jira.example/browse/SUN-1',
  };
  const digest = {
    today: '2026-11-20',
    lines: [line],
    elsewhere: [],
    pageUrl: 'https://jira.example/page',
    perhapsAgain: false,
  };

  test.each([
    ['2026-11-20', 'due today'],
    ['2026-11-21', 'due tomorrow'],
    ['2026-11-23', 'due Mon, 23 November'],
    ['2026-11-19', 'overdue since Thu, 19 November'],
  ])('%s is %s', (due, words) => {
    expect(dueInWords(due, '2026-11-20')).toBe(words);
  });

  test('what people typed stays text', () => {
    const { html, subject, text } = mailOf(digest);
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain('Fix &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;CI&quot;');
    expect(html).toContain('<a href="https://jira.example/browse/SUN-1">SUN-1</a>');
    expect(subject).toBe('Due today: Fix <script>alert(1)</script> & "CI"');
    expect(text).toContain('SUN-1: https://jira.example/browse/SUN-1');
    expect(mailOf({ ...digest, pageUrl: 'javascript:alert(1)' }).html).not.toContain('href="javascript');
  });

  test('several make one mail, and a repeated one says so', () => {
    const mail = mailOf({ ...digest, lines: [line, { ...line, issueKey: 'SUN-2' }], perhapsAgain: true });
    expect(mail.subject).toBe('2 action items need you');
    expect(mail.text).toMatch(/You may have had this mail already/);
    expect(mailOf({ ...digest, lines: [{ ...line, text: 'x'.repeat(240) }] }).subject.length).toBeLessThanOrEqual(180);
  });
});
