import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { usePage } from './page';

let arrivals = 0;

/** Names the document, and puts focus on the room's heading when somebody came here from another room. */
export function useArrival(title: string): RefObject<HTMLHeadingElement> {
  const { setTitle } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    setTitle(title);
  }, [setTitle, title]);
  useEffect(() => {
    arrivals += 1;
    if (arrivals > 1) heading.current?.focus();
  }, []);
  return heading;
}
