import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

interface MenuChoice {
  id: string;
  kind?: 'item';
  label: string;
  hint?: string;
  icon?: IconName;
  /** Drawn before the words, instead of an icon. */
  before?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** For a choice of one: whether it is the current one. */
  checked?: boolean;
  onSelect: () => void;
}

/** One row of a menu: something to choose, a heading or a rule between. */
export type MenuItem = MenuChoice | { id: string; kind: 'rule' } | { id: string; kind: 'heading'; label: string };

interface Props {
  item: MenuItem;
  onChosen: () => void;
}

/** A row of a menu. */
export function MenuEntry({ item, onChosen }: Props): ReactNode {
  if (item.kind === 'rule') return <hr className="menu__rule" />;
  if (item.kind === 'heading') return <div className="menu__heading">{item.label}</div>;
  return <Choice item={item} onChosen={onChosen} />;
}

/** Choosing closes the menu first, so that the choice may move focus. */
function Choice({ item, onChosen }: { item: MenuChoice; onChosen: () => void }): ReactNode {
  const choose = (): void => {
    onChosen();
    item.onSelect();
  };
  return (
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      tabIndex={-1}
      aria-checked={item.checked}
      aria-disabled={item.disabled || undefined}
      className={classNames('menu__item', item.danger && 'menu__item--danger')}
      onClick={item.disabled ? undefined : choose}
    >
      {item.before ?? (item.icon && <Icon name={item.icon} />)}
      <span className="menu__words">
        {item.label}
        {item.hint && <span className="menu__hint">{item.hint}</span>}
      </span>
      {item.checked && <Icon name="check" />}
    </button>
  );
}
