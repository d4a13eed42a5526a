import './empty-state.css';
import type { ReactNode } from 'react';

interface Props {
  /** One of our own drawings. */
  picture?: ReactNode;
  title: string;
  /** What belongs here and how it gets here. */
  children?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
}

/** What a place says while there is nothing in it. */
export function EmptyState({ picture, title, children, actions, level = 2 }: Props): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty-state">
      {picture}
      <Heading className="empty-state__title">{title}</Heading>
      {children && <div className="empty-state__words">{children}</div>}
      {actions && <div className="empty-state__actions">{actions}</div>}
    </div>
  );
}
