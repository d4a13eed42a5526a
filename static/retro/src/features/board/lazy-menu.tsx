import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button';
import { Menu } from '../../ui/menu';
import type { MenuItem } from '../../ui/menu-entry';

interface Props {
  label: string;
  /** Asked for when the menu opens. */
  items: () => MenuItem[];
}

/**
 * A menu that costs one plain button until somebody opens it: a board of 2,000 cards has 2,000 of them. Opening mounts
 * the real menu in the button's place and presses its trigger.
 */
export function LazyMenu({ label, items }: Props): ReactNode {
  const [armed, setArmed] = useState(false);
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (!armed) return;
    const trigger = place.current?.querySelector('button');
    trigger?.focus();
    trigger?.click();
  }, [armed]);

  return (
    <span ref={place} className="card__menu">
      {armed ? (
        <Menu
          label={label}
          align="end"
          items={items()}
          trigger={<IconButton icon="more" label={label} plain data-card-menu="" />}
        />
      ) : (
        <IconButton
          icon="more"
          label={label}
          plain
          data-card-menu=""
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => setArmed(true)}
        />
      )}
    </span>
  );
}
