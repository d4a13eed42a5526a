import type { PublicAction } from './action-item';
import type { Board, Topic } from './board';

/** A retro as a text that travels: the words are the reader's language, names come from whoever may know them. */
export interface SummaryInput {
  title: string;
  /** One line below the title: when, and how many took part. */
  subtitle: string;
  board: Board;
  /** Whether a voting round was closed: only then do topics show votes. */
  voted: boolean;
  actions: readonly PublicAction[];
  nameOf: (accountId: string) => string;
  /** Address of an issue; '' where it is not known. */
  issueUrl: (key: string) => string;
  words: {
    actions: string;
    noActions: string;
    noCards: string;
    votes: (count: number) => string;
    due: (day: string) => string;
    dropped: string;
  };
}

const ENTITY = /&(?=#|\w+;)/g;
const INLINE = /[\\`*[\]~|]|(?<!\w)_|_(?!\w)/g;
const LINE_START = /^([#>+=-]|\d+(?=[.)]))/;

/** One line of a person's text, saying in Markdown exactly what was typed: no markup, no HTML. */
export function escapeMarkdown(line: string): string {
  const flat = line.replace(/\s+/g, ' ').trim();
  const inline = flat.replace(INLINE, '\\$&').replace(ENTITY, '&amp;').replace(/</g, '&lt;');
  return inline.replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Text of several lines inside a list item: hard breaks, indented so that nothing leaves the item. */
function escapeBlock(text: string, indent: string): string {
  const lines = text.split('\n').map(escapeMarkdown).filter(Boolean);
  return lines.join(`  \n${indent}`);
}

const lone = (topic: Topic): boolean => topic.cards.length === 1;

function topicLines(topic: Topic, input: SummaryInput): string[] {
  const votes = input.voted && topic.votes > 0 ? ` (${input.words.votes(topic.votes)})` : '';
  const [first] = topic.cards;
  if (lone(topic)) return [`- ${escapeBlock(first?.text ?? '', '  ')}${votes}`];
  const cards = topic.cards.map((card) => `  - ${escapeBlock(card.text ?? '', '    ')}`);
  return [`- **${escapeMarkdown(topic.title)}**${votes}`, ...cards];
}

function section(heading: string, lines: string[], empty: string): string {
  return `## ${escapeMarkdown(heading)}\n\n${lines.length > 0 ? lines.join('\n') : `_${empty}_`}`;
}

function issueLink(key: string, url: string): string {
  return /^https?:\/\/[^\s()<>]+$/.test(url) ? `[${key}](${url})` : key;
}

function actionLine(action: PublicAction, { nameOf, issueUrl, words }: SummaryInput): string {
  const notes = [
    action.owner === null ? '' : escapeMarkdown(nameOf(action.owner)),
    action.due === null ? '' : words.due(action.due),
    action.issue === null ? '' : issueLink(action.issue.key, issueUrl(action.issue.key)),
    action.state === 'dropped' ? words.dropped : '',
  ].filter(Boolean);
  const text = escapeMarkdown(action.text);
  const tail = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return `- [${action.state === 'open' ? ' ' : 'x'}] ${text}${tail}`;
}

/** A retro in Markdown: action items first, then each column with its cards and votes. */
export function summaryMarkdown(input: SummaryInput): string {
  const { title, subtitle, board, actions, words } = input;
  const columns = board.columns.map(({ column, topics }) =>
    section(
      column.name,
      topics.flatMap((topic) => topicLines(topic, input)),
      words.noCards,
    ),
  );
  const loose = board.loose.flatMap((topic) => topicLines(topic, input));
  return [
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(subtitle),
    section(
      words.actions,
      actions.map((action) => actionLine(action, input)),
      words.noActions,
    ),
    ...columns,
    ...(loose.length > 0 ? [loose.join('\n')] : []),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}
