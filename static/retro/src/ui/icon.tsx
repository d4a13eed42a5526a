import './icon.css';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { ICONS } from './icon-paths';
import type { IconName } from './icon-paths';

interface Props {
  name: IconName;
  /** Pixels, 16 unless told. */
  size?: 12 | 16 | 20 | 24;
  className?: string;
}

/** A line icon in the colour of its text; it says nothing to a screen reader, the words beside it do. */
export function Icon({ name, size = 16, className }: Props): ReactNode {
  return (
    <svg
      className={classNames('icon', className)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
