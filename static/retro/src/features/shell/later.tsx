import { useEffect, useState } from 'react';
import type { ComponentType, FunctionComponent, ReactNode } from 'react';
import { t } from '../../i18n/t';
import { ErrorState } from '../../ui/error-state';
import { showFlag } from '../../ui/flags';

type Load<Props> = () => Promise<ComponentType<Props>>;
type Arrival<Props> = { Component: ComponentType<Props> } | 'under-way' | 'failed';

/** A hook that loads a component's chunk once; drawn again, it is there at once. */
function arrivalOf<Props>(load: Load<Props>): () => Arrival<Props> {
  let arrived: Arrival<Props> = 'under-way';
  return function useArrived() {
    const [arrival, setArrival] = useState(arrived);
    useEffect(() => {
      if (arrived !== 'under-way') return undefined;
      let current = true;
      load().then(
        (Component) => {
          arrived = { Component };
          if (current) setArrival(arrived);
        },
        () => current && setArrival('failed'),
      );
      return () => {
        current = false;
      };
    }, []);
    return arrival;
  };
}

/** Says that code of this page did not arrive. */
export function ChunkMissing(): ReactNode {
  return <ErrorState title={t('shell.chunkTitle')} reason={t('shell.chunkHint')} onRetry={() => location.reload()} />;
}

/** A room that is a chunk of its own. One that does not load says so, and leaves the rest of the page as it is. */
export function laterRoom<Props extends object>(load: Load<Props>, waiting: ReactNode): FunctionComponent<Props> {
  const useArrived = arrivalOf(load);
  return function LaterRoom(props) {
    const arrival = useArrived();
    if (arrival === 'under-way') return waiting;
    if (arrival !== 'failed') return <arrival.Component {...props} />;
    return <ErrorState title={t('shell.chunkTitle')} reason={t('shell.chunkHint')} onRetry={() => location.reload()} />;
  };
}

/** A dialog that is a chunk of its own. One that does not load closes again and says so. */
export function laterDialog<Props extends { onClose: () => void }>(load: Load<Props>): FunctionComponent<Props> {
  const useArrived = arrivalOf(load);
  return function LaterDialog(props) {
    const arrival = useArrived();
    const { onClose } = props;
    const failed = arrival === 'failed';
    useEffect(() => {
      if (!failed) return;
      showFlag({ tone: 'warning', title: t('shell.chunkTitle'), body: t('shell.chunkHint'), id: 'chunk' });
      onClose();
    }, [failed, onClose]);
    return typeof arrival === 'object' ? <arrival.Component {...props} /> : null;
  };
}
