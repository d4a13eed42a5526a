import { forwardRef } from 'react';
import type { ButtonHTMLAttributes } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: IconName;
  /** Its name for a screen reader, and its tooltip. */
  label: string;
  appearance?: 'default' | 'primary' | 'subtle';
  size?: 'compact' | 'medium' | 'large';
  /** No tooltip, where the words stand beside it anyway. */
  plain?: boolean;
}

/** A square button that shows only an icon. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(props, ref) {
  const { icon, label, appearance = 'subtle', size = 'medium', plain = false, className, ...attributes } = props;
  const button = (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      {...attributes}
      className={classNames(
        'button button--square',
        `button--${appearance}`,
        size !== 'medium' && `button--${size}`,
        className,
      )}
    >
      <Icon name={icon} size={size === 'compact' ? 12 : 16} />
    </button>
  );
  return plain ? button : <Tooltip text={label}>{button}</Tooltip>;
});
