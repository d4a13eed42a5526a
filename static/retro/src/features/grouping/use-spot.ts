import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useDesk } from '../board/desk';
import type { Spot } from './carried';
import { deedOf } from './carried';
import { carryOut } from './carry-out';
import { dropSpot } from './mouse-drag';

/** Makes an element a place to drop cards on; answers whether something that would be taken hovers over it. */
export function useSpot(element: RefObject<HTMLElement>, active: boolean, spot: () => Spot, target: string): boolean {
  const { session } = useDesk();
  const [over, setOver] = useState(false);
  const latest = useRef({ spot, target });
  latest.current = { spot, target };

  useEffect(() => {
    if (!active || !element.current) return;
    return dropSpot(
      element.current,
      () => latest.current.spot(),
      setOver,
      (carried) => {
        const deed = deedOf(carried, latest.current.spot());
        if (deed) carryOut(session, deed, { target: latest.current.target }, false);
      },
    );
  }, [active, element, session]);

  return active && over;
}
