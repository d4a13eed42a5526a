import { boardOf } from '#domain/board';
import type { PublicAction } from '#domain/action-item';
import type { PublicCard, PublicItem } from '#domain/present-retro';
import type { SummaryInput } from '#domain/summary';
import { escapeMarkdown, summaryMarkdown } from '#domain/summary';
import { formatById } from '#domain/format';

const columns = formatById('continue-stop-start')!.columns;
const card = (n: number, text: string, more: Partial<PublicCard> = {}): PublicCard => ({
  kind: 'card',
  id: `0${n}-aaaaaaaaaaaa`,
  column: 'continue',
  text,
  order: n,
  ...more,
});
const action = (more: Partial<PublicAction>): PublicAction => ({
  id: 'p1.aaaaaaaaaaaa.01-bbbbbbbbbbbb',
  retroId: 'p1.aaaaaaaaaaaa',
  retroTitle: 'Retro',
  topic: null,
  topicTitle: '',
  text: 'Write it down',
  owner: null,
  due: null,
  state: 'open',
  issue: null,
  filing: null,
  createdAt: 0,
  settledAt: null,
  ...more,
});

function summary(items: PublicItem[], more: Partial<SummaryInput> = {}): string {
  const result = { round: 1, totals: { '01-aaaaaaaaaaaa': 3 }, cast: 3, possible: 5, voters: 1 };
  return summaryMarkdown({
    title: 'Sprint 12',
    subtitle: '22 Nov 2026, 4 people',
    board: boardOf(columns, items, result),
    voted: true,
    actions: [],
    nameOf: (id) => ({ ana: 'Ana *Star*' })[id] ?? 'Former user',
    issueUrl: (key) => `https://example.atlassian.net/browse/${key}`,
    words: {
      actions: 'Action items',
      noActions: 'None agreed.',
      noCards: 'No cards.',
      votes: (count) => `${count} votes`,
      due: (day) => `due ${day}`,
      dropped: 'dropped',
    },
    ...more,
  });
}

test('a column is a heading, a card a list item with its votes, an empty column says so', () => {
  expect(summary([card(1, 'Pairing')])).toBe(
    [
      '# Sprint 12',
      '22 Nov 2026, 4 people',
      '## Action items',
      '_None agreed._',
      '## Continue',
      '- Pairing (3 votes)',
      '## Stop',
      '_No cards._',
      '## Start',
      '_No cards._\n',
    ].join('\n\n'),
  );
});

test('a group shows its title, the sum of its votes and its cards below', () => {
  const group = '05-gggggggggggg';
  const text = summary([
    card(1, 'Pairing', { group }),
    card(2, 'Mobbing', { group }),
    { kind: 'group', id: group, title: 'Working together' },
  ]);
  expect(text).toContain('- **Working together** (3 votes)\n  - Pairing\n  - Mobbing');
});

test('an action is a task with owner, date and issue; done and dropped ones are ticked', () => {
  const text = summary([], {
    actions: [
      action({ owner: 'ana', due: '2026-12-01', issue: { id: '1', key: 'STAR-7' } }),
      action({ text: 'Old', state: 'done' }),
      action({ text: 'No', state: 'dropped' }),
    ],
  });
  expect(text).toContain(
    '- [ ] Write it down (Ana \\*Star\\*, due 2026-12-01, [STAR-7](https://example.atlassian.net/browse/STAR-7))',
  );
  expect(text).toContain('- [x] Old\n- [x] No (dropped)');
});

test('an address that is not http never becomes a link', () => {
  const issue = { id: '1', key: 'STAR-7' };
  expect(summary([], { actions: [action({ issue })], issueUrl: () => 'javascript:alert(1)' })).toContain('(STAR-7)');
});

test.each([
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
  ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
  ['![x](http://e.vil/p.png)', '!\\[x\\](http://e.vil/p.png)'],
  ['# not a heading', '\\# not a heading'],
  ['1. not a list', '1\\. not a list'],
  ['- [x] not a task', '\\- \\[x\\] not a task'],
  ['> not a quote', '\\> not a quote'],
  ['`code` **bold** _it_ snake_case', '\\`code\\` \\*\\*bold\\*\\* \\_it\\_ snake_case'],
  ['&lt;b&gt; & more', '&amp;lt;b&amp;gt; & more'],
  ['a | b', 'a \\| b'],
])('%s stays what was typed', (typed, written) => {
  expect(escapeMarkdown(typed)).toBe(written);
});

test('a card of several lines stays inside its list item', () => {
  expect(summary([card(1, 'First\n\n# Second\n    code')])).toContain('- First  \n  \\# Second  \n  code (3 votes)\n');
});
