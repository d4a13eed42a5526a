import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { TITLE_MAX, cleanText } from '#domain/text';
import { t } from '../../i18n/t';
import { useDesk } from '../board/desk';
import { sendAndSay } from '../board/send-and-say';
import { focusCard } from './focus-card';

interface Props {
  topic: Topic;
  editing: boolean;
  onEditing: (editing: boolean) => void;
}

/** A group's title, written over in its place where grouping is possible. */
export function GroupTitle({ topic, editing, onEditing }: Props): ReactNode {
  const { may } = useDesk();
  if (!may.groupCards) return <h4 className="stack__title">{topic.title}</h4>;
  if (editing) return <TitleInput topic={topic} onClose={() => onEditing(false)} />;
  return (
    <h4 className="stack__title">
      <button
        type="button"
        className="stack__rename"
        aria-label={t('group.renameLabel', { title: topic.title })}
        onClick={() => onEditing(true)}
      >
        {topic.title}
      </button>
    </h4>
  );
}

function TitleInput({ topic, onClose }: { topic: Topic; onClose: () => void }): ReactNode {
  const { session } = useDesk();
  const [title, setTitle] = useState(topic.title);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);

  const save = (): void => {
    const clean = cleanText(title);
    if (clean && clean !== topic.title && topic.group) {
      void sendAndSay(session, 'renameGroup', { group: topic.group, title: clean }, t('group.renamed'));
    }
    onClose();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.stopPropagation();
    if (event.key === 'Enter') save();
    else onClose();
    focusCard(topic.id);
  };

  return (
    <input
      ref={input}
      className="composer__input stack__title"
      aria-label={t('group.title')}
      maxLength={TITLE_MAX}
      value={title}
      onChange={(event) => setTitle(event.target.value)}
      onKeyDown={keyDown}
      onBlur={save}
    />
  );
}
