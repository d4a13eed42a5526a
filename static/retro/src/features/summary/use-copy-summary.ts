import '../../messages/en-us/summary';
import type { Board } from '#domain/board';
import { summaryMarkdown } from '#domain/summary';
import { dateOf, dayOf, nameOr } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { copyText } from '../shell/copy';
import { usePage } from '../shell/page';
import { usePeople } from '../shell/use-people';
import type { Summary } from './use-summary';

/** Only what lies face up travels. */
const readableBoard = (board: Board): Board => {
  const readable = (topics: Board['loose']): Board['loose'] =>
    topics.filter((topic) => topic.cards.some((card) => card.text !== null));
  return {
    columns: board.columns.map(({ column, topics }) => ({ column, topics: readable(topics) })),
    loose: readable(board.loose),
  };
};

/** Copies the retro as Markdown, names and dates as this reader sees them. */
export function useCopySummary(summary: Summary): () => void {
  const page = usePage();
  const setup = useView((view) => view.setup);
  const owners = usePeople([...new Set(summary.actions.flatMap((action) => action.owner ?? []))]);
  const now = page.now();
  return () => {
    const names = new Map(owners.map((person) => [person.accountId, nameOr(person.name)]));
    const people = t('common.people', { count: summary.people.length });
    const date = dateOf(setup.closedAt ?? setup.startedAt ?? setup.createdAt, now);
    const text = summaryMarkdown({
      title: setup.title,
      subtitle: t('summary.md.subtitle', { date, people }),
      board: readableBoard(summary.board),
      voted: summary.voted,
      actions: summary.actions,
      nameOf: (accountId) => names.get(accountId) ?? nameOr(undefined),
      issueUrl: (key) => (page.siteUrl === '' ? '' : `${page.siteUrl}/browse/${encodeURIComponent(key)}`),
      words: {
        actions: t('summary.md.actions'),
        noActions: t('summary.md.noActions'),
        noCards: t('summary.md.noCards'),
        votes: (count) => t('summary.topicVotes', { count }),
        due: (day) => t('summary.md.due', { day: dayOf(day, now) }),
        dropped: t('summary.md.dropped'),
      },
    });
    void copyText(text, t('summary.copied'));
  };
}
