import './topic-picker.css';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Board, Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { everyTopic } from '../board/share-board';
import { useDesk } from '../board/desk';
import type { Carried } from './carried';
import { carryOut } from './carry-out';
import { focusCard } from './focus-card';
import { nearestTopics, wordsOf } from './nearest';

/** More rows than these are found by typing. */
const SHOWN = 40;

interface Props {
  board: Board;
  carried: Carried;
  onClose: () => void;
}

/** "Group with…": every other topic, the nearest text first, narrowed by typing; Enter takes the first. */
export function TopicPicker({ board, carried, onClose }: Props): ReactNode {
  const { session } = useDesk();
  const [query, setQuery] = useState('');
  const topics = useMemo(() => everyTopic(board), [board]);
  const own = topics.find((topic) => topic.id === carried.topic);
  const text = carried.part ? carried.title : own ? wordsOf(own) : carried.title;
  const others = useMemo(() => topics.filter((topic) => topic.id !== carried.topic), [topics, carried.topic]);
  const found = useMemo(() => nearestTopics(text, others, query), [text, others, query]);

  const choose = (topic: Topic | undefined): void => {
    if (!topic) return;
    onClose();
    carryOut(session, { kind: 'group', cards: carried.cards, onto: topic.id }, { target: topic.title }, true);
  };
  const close = (): void => {
    onClose();
    const [first] = carried.cards;
    if (first) focusCard(first);
  };

  return (
    <Dialog title={t('group.pickTitle')} onClose={close} onSubmit={() => choose(found[0])}>
      <blockquote className="picker__carried">{carried.title}</blockquote>
      <TextField
        label={t('group.pickSearch')}
        hint={t('group.pickHint')}
        type="search"
        value={query}
        onValue={setQuery}
        data-autofocus=""
      />
      <Found board={board} found={found} searching={query !== ''} onChoose={choose} />
    </Dialog>
  );
}

interface FoundProps {
  board: Board;
  found: readonly Topic[];
  searching: boolean;
  onChoose: (topic: Topic) => void;
}

function Found({ board, found, searching, onChoose }: FoundProps): ReactNode {
  const columns = new Map(board.columns.map((lane) => [lane.column.id, lane.column]));
  if (found.length === 0) return <p className="picker__none">{t(searching ? 'group.pickNone' : 'group.pickEmpty')}</p>;
  return (
    <>
      <ul className="picker" aria-label={t('group.pickList')} onKeyDown={walkRows}>
        {found.slice(0, SHOWN).map((topic) => (
          <li key={topic.id}>
            <button
              type="button"
              className="picker__row tint"
              data-color={columns.get(topic.column)?.color}
              onClick={() => onChoose(topic)}
            >
              <span className="picker__title">{topic.title}</span>
              <span className="picker__where">
                {columns.get(topic.column)?.name ?? t('board.looseName')}
                {topic.cards.length > 1 && ` · ${t('group.count', { count: topic.cards.length })}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="picker__none">{t('group.pickMore', { count: found.length - SHOWN })}</p>}
    </>
  );
}

/** Arrows walk through the rows. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
}
