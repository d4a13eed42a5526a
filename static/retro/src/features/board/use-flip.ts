import { useEffect, useRef, useState } from 'react';

/** As long as the last card of a reveal takes to turn over. */
const FLIP_MS = 900;

/** True for the moment in which a column's cards turn over; not when the page opens on a revealed column. */
export function useFlip(revealed: boolean): boolean {
  const [flipping, setFlipping] = useState(false);
  const before = useRef(revealed);
  useEffect(() => {
    const turned = revealed && !before.current;
    before.current = revealed;
    if (!turned) return;
    setFlipping(true);
    const timer = setTimeout(() => setFlipping(false), FLIP_MS);
    return () => {
      clearTimeout(timer);
      setFlipping(false);
    };
  }, [revealed]);
  return flipping;
}
