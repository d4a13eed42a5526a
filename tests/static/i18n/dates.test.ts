import { agoOf, clockOf, dayOf, daysUntil, dueOf, listOf, todayOf } from '../../../static/retro/src/i18n/dates';

// Noon by the clock of the reader, wherever the test runs.
const now = new Date(2026, 10, 22, 12).getTime();
const MINUTE = 60_000;

test('a due date near today is said in days, a far one as a date', () => {
  expect(dueOf('2026-11-22', now)).toBe('today');
  expect(dueOf('2026-11-23', now)).toBe('tomorrow');
  expect(dueOf('2026-11-20', now)).toBe('2 days ago');
  expect(dueOf('2026-12-24', now)).toBe('Dec 24');
  expect(dueOf('2027-01-04', now)).toBe('Jan 4, 2027');
});

test('days are counted by the calendar, also across a change of clocks', () => {
  const march = new Date(2026, 2, 28, 23, 30).getTime();
  expect(todayOf(march)).toBe('2026-03-28');
  expect(daysUntil('2026-03-29', march)).toBe(1);
  expect(daysUntil('2026-03-30', march)).toBe(2);
});

test('a calendar day stays that day in every time zone', () => {
  expect(dayOf('2026-11-01', now)).toBe('Nov 1');
});

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [8 * MINUTE, '8:00'],
  [65 * MINUTE + 5000, '1:05:05'],
])('a countdown of %d ms shows %s', (ms, shown) => {
  expect(clockOf(ms)).toBe(shown);
});

test('how long ago something was is said by its coarsest unit', () => {
  expect(agoOf(now - 20_000, now)).toBe('this minute');
  expect(agoOf(now - 5 * MINUTE, now)).toBe('5 minutes ago');
  expect(agoOf(now - 3 * 60 * MINUTE, now)).toBe('3 hours ago');
  expect(agoOf(now - 2 * 24 * 60 * MINUTE, now)).toBe('2 days ago');
  expect(agoOf(now - 30 * 24 * 60 * MINUTE, now)).toBe('Oct 23');
});

test('names are joined as a sentence joins them', () => {
  expect(listOf(['Ann', 'Bob', 'Cy'])).toBe('Ann, Bob, and Cy');
});
