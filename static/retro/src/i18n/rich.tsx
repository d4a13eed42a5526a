import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { MessageKey } from './t';
import { template } from './t';

interface Props {
  message: MessageKey;
  /** What stands in each `{slot}`; `count` also chooses the plural form. */
  slots: Record<string, ReactNode>;
}

/** A text of the catalogue with elements in its slots. */
export function Rich({ message, slots }: Props): ReactNode {
  const count = slots['count'];
  const parts = template(message, typeof count === 'number' ? { count } : {}).split(/(\{\w+\})/);
  return parts.map((part, index) => (
    <Fragment key={index}>{/^\{\w+\}$/.test(part) ? slots[part.slice(1, -1)] : part}</Fragment>
  ));
}
