import type { ReactNode } from 'react';
import type { Column } from '#domain/column';
import { t } from '../../i18n/t';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { LaneTools } from './lane-tools';

interface Props {
  column: Column;
  count: number;
  revealed: boolean;
}

/** A column's name, how many cards it has, and the question it asks. */
export function LaneTitle({ column, count, revealed }: Props): ReactNode {
  return (
    <>
      <div className="lane__line">
        <h3 className="lane__name">{column.name}</h3>
        <span className="lane__count" aria-hidden="true">
          {count}
        </span>
        <VisuallyHidden>{t('board.cards', { count })}</VisuallyHidden>
        <LaneTools column={column} revealed={revealed} />
      </div>
      {column.prompt && <p className="lane__prompt">{column.prompt}</p>}
    </>
  );
}
