import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { PlaceOptions } from './place';
import { placeLayer } from './place';

/** Attributes that put an element into the browser's top layer; React 18's types do not know them. */
export const popoverAttributes = (kind: 'auto' | 'manual'): Record<string, string> => ({ popover: kind });

/** Shows a popover; browsers and tests without popovers just draw it. */
export const showPopover = (layer: HTMLElement): void => {
  if (typeof layer.showPopover === 'function' && !layer.matches(':popover-open')) layer.showPopover();
};

/** Keeps an open layer beside its anchor while the page scrolls or changes its size. */
export function usePlaced(
  anchor: RefObject<Element>,
  layer: RefObject<HTMLElement>,
  open: boolean,
  options: PlaceOptions,
): void {
  const { align, side, gap } = options;
  useEffect(() => {
    if (!open) return;
    const place = (): void => {
      if (anchor.current && layer.current) placeLayer(anchor.current, layer.current, { align, side, gap });
    };
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
  }, [anchor, layer, open, align, side, gap]);
}
