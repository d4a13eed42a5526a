import './connection-state.css';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import type { Connection } from '../../session/types';
import { useView } from '../../session/use-view';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/icon';
import { announce } from '../../ui/live-region';
import { Tooltip } from '../../ui/tooltip';

/** Says when the connection is lost and when it is back; a short catching up is not worth a word. */
function useSpoken(connection: Connection): void {
  const wasOffline = useRef(false);
  useEffect(() => {
    if (connection === 'offline') announce(`${t('connection.offline')}. ${t('connection.offline.hint')}`);
    if (connection === 'live' && wasOffline.current) announce(t('connection.back'));
    if (connection !== 'catching-up') wasOffline.current = connection === 'offline';
  }, [connection]);
}

/** Whether what is seen is what is: in a colour, an icon and a word. */
export function ConnectionState(): ReactNode {
  const connection = useView((view) => view.connection);
  const waiting = useView((view) => view.waiting);
  useSpoken(connection);
  const hint = t(`connection.${connection}.hint`);
  const held = connection === 'offline' && waiting > 0;
  return (
    <Tooltip text={hint}>
      <span className={classNames('connection', `connection--${connection}`)} tabIndex={0}>
        {connection === 'offline' ? <Icon name="offline" /> : <span className="connection__dot" aria-hidden="true" />}
        <span className="connection__word">{t(`connection.${connection}`)}</span>
        {held && <span className="connection__held">{t('connection.waiting', { count: waiting })}</span>}
        <span className="visually-hidden">{hint}</span>
      </span>
    </Tooltip>
  );
}
