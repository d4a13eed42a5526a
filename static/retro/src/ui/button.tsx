import './button.css';
import { forwardRef } from 'react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { Spinner } from './spinner';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  appearance?: 'default' | 'primary' | 'subtle' | 'danger' | 'link';
  size?: 'compact' | 'medium' | 'large';
  iconBefore?: IconName;
  iconAfter?: IconName;
  /** Under way: shows a spinner, keeps focus and ignores clicks. */
  busy?: boolean;
  wide?: boolean;
  children: ReactNode;
}

const classOf = ({ appearance = 'default', size = 'medium', wide, className }: Partial<ButtonProps>): string =>
  classNames(
    'button',
    `button--${appearance}`,
    size !== 'medium' && `button--${size}`,
    wide && 'button--wide',
    className,
  );

/** A button of Jira's look. It is `type="button"` unless told, so that no form is sent by accident. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { appearance, size, iconBefore, iconAfter, busy = false, wide, className, children, onClick, ...rest } = props;
  return (
    <button
      ref={ref}
      type="button"
      {...rest}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classOf({ appearance, size, wide, className })}
    >
      {busy ? <Spinner /> : iconBefore && <Icon name={iconBefore} />}
      <span className="button__label">{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
});
