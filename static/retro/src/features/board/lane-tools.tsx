import type { ReactNode } from 'react';
import type { Column } from '#domain/column';
import { t } from '../../i18n/t';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Menu } from '../../ui/menu';
import { IconButton } from '../../ui/icon-button';
import { useDesk } from './desk';
import { isWriting } from './is-writing';
import { sendAndSay } from './send-and-say';

interface Props {
  column: Column;
  revealed: boolean;
}

/** The facilitator turns a column over; everybody else sees whether it still lies face down. */
export function LaneTools({ column, revealed }: Props): ReactNode {
  const { may, session, step } = useDesk();
  const columns = [column.id];
  const args = { column: column.name };
  const turns = may.revealCards && isWriting(step);
  if (!turns) {
    return revealed ? null : (
      <span className="lane__tools lane__facedown" title={t('reveal.faceDown')}>
        <Icon name="eye-off" />
      </span>
    );
  }
  if (!revealed) {
    return (
      <span className="lane__tools">
        <Button
          size="compact"
          iconBefore="eye"
          aria-label={t('reveal.columnLabel', args)}
          onClick={() => void sendAndSay(session, 'revealCards', { columns }, t('reveal.revealed', args))}
        >
          {t('reveal.column')}
        </Button>
      </span>
    );
  }
  const hide = (): void => void sendAndSay(session, 'concealCards', { columns }, t('reveal.hidden', args));
  return (
    <span className="lane__tools">
      <Menu
        label={column.name}
        align="end"
        items={[{ id: 'hide', label: t('reveal.hide'), icon: 'eye-off', onSelect: hide }]}
        trigger={<IconButton icon="more" plain label={t('card.menu', { text: column.name })} />}
      />
    </span>
  );
}
