import './banner.css';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

interface Props {
  tone?: 'information' | 'warning' | 'danger' | 'success' | 'discovery' | 'neutral';
  /** Instead of the tone's own icon. */
  icon?: IconName;
  title?: string;
  /** Buttons at its end. */
  actions?: ReactNode;
  children?: ReactNode;
}

const ICON_OF: Record<NonNullable<Props['tone']>, IconName> = {
  information: 'info',
  warning: 'warning',
  danger: 'error',
  success: 'success',
  discovery: 'star',
  neutral: 'info',
};

/** A message that belongs to the page and stays until its cause is gone. */
export function Banner({ tone = 'information', icon, title, actions, children }: Props): ReactNode {
  return (
    <section className={classNames('banner', `banner--${tone}`)}>
      <Icon name={icon ?? ICON_OF[tone]} className="banner__icon" />
      <div className="banner__words">
        {title && <p className="banner__title">{title}</p>}
        {children}
      </div>
      {actions && <div className="banner__actions">{actions}</div>}
    </section>
  );
}
