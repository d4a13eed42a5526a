import './lozenge.css';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type LozengeTone = 'neutral' | 'information' | 'success' | 'warning' | 'danger' | 'discovery';

interface Props {
  tone?: LozengeTone;
  children: ReactNode;
}

/** A state in one or two words. */
export function Lozenge({ tone = 'neutral', children }: Props): ReactNode {
  return <span className={classNames('lozenge', `lozenge--${tone}`)}>{children}</span>;
}
