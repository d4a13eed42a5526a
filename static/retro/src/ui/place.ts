export interface PlaceOptions {
  /** Which edge of the anchor the layer keeps: its start, its end or its middle. */
  align: 'start' | 'end' | 'center';
  side: 'below' | 'above';
  /** Pixels between anchor and layer. */
  gap: number;
}

const EDGE = 8;

/** Puts a layer of the top layer beside its anchor, on the other side where there is no room, inside the window. */
export function placeLayer(anchor: Element, layer: HTMLElement, { align, side, gap }: PlaceOptions): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = layer;
  const [viewWidth, viewHeight] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const fits = side === 'below' ? below + height <= viewHeight - EDGE : above >= EDGE;
  const wantsBelow = fits ? side === 'below' : side === 'above' || above < EDGE;
  const left = { start: at.left, end: at.right - width, center: at.left + (at.width - width) / 2 }[align];
  layer.style.top = `${Math.round(Math.max(EDGE, Math.min(wantsBelow ? below : above, viewHeight - height - EDGE)))}px`;
  layer.style.left = `${Math.round(Math.max(EDGE, Math.min(left, viewWidth - width - EDGE)))}px`;
}
