import './skeleton.css';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../i18n/t';
import { classNames } from './class-names';
import { VisuallyHidden } from './visually-hidden';

const PATIENCE_MS = 200;

interface Props {
  /** Any CSS lengths. */
  width?: string;
  height?: string;
  round?: boolean;
}

/** The shape of something that is still on its way. */
export function Skeleton({ width = '100%', height = '1rem', round = false }: Props): ReactNode {
  return <span className={classNames('skeleton', round && 'skeleton--round')} style={{ width, height }} />;
}

/** Draws its skeletons only when loading takes longer than 200 ms, so that a quick page does not flicker. */
export function Loading({ children, label }: { children: ReactNode; label?: string }): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={classNames('loading', late && 'loading--late')}>
      <VisuallyHidden>{label ?? t('common.loading')}</VisuallyHidden>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
