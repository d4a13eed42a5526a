import { lift } from './hand';
import type { Hand, Point } from './hand';

/** How long a finger rests on a card before it is lifted, and how far it may tremble meanwhile. */
const HOLD_MS = 350;
const TREMBLE_PX = 10;

/** What the page does while a finger carries something. Elements carry `data-lift` and `data-spot`. */
export interface TouchDragHandlers {
  /** Whether what the element stands for can be lifted now; false leaves the finger to scrolling. */
  lift(element: HTMLElement): boolean;
  /** The spot under the finger has changed. */
  over(spot: HTMLElement | null): void;
  /** Let go over a spot, or over nothing (also: taken away by the system). */
  drop(spot: HTMLElement | null): void;
}

const pointOf = ({ clientX, clientY }: Touch): Point => ({ x: clientX, y: clientY });

/** The card a finger rests on; null on a control of it and with several fingers. */
function liftableAt(event: TouchEvent): HTMLElement | null {
  const target = event.target as HTMLElement;
  if (event.touches.length > 1 || target.closest('button, a, textarea, input')) return null;
  return target.closest<HTMLElement>('[data-lift]');
}

/** Keeps the browser's own dragging away from an element and what it lies in; answers how to give it back. */
function stopNativeDrag(element: HTMLElement): () => void {
  const stopped: HTMLElement[] = [];
  for (
    let at: HTMLElement | null = element;
    at;
    at = at.parentElement?.closest<HTMLElement>('[draggable=true]') ?? null
  ) {
    if (!at.draggable) continue;
    at.draggable = false;
    stopped.push(at);
  }
  return () => stopped.forEach((at) => (at.draggable = true));
}

/**
 * Long-press dragging for fingers: the browser's own drag and drop does not know them. One listener serves the whole
 * board. Returns how to stop.
 */
export function touchDrag(scroller: HTMLElement, handlers: TouchDragHandlers): () => void {
  let hand: Hand | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let start: Point = { x: 0, y: 0 };
  let giveBack = (): void => undefined;

  const letGo = (dropped: boolean): void => {
    clearTimeout(waiting);
    giveBack();
    giveBack = () => undefined;
    const spot = hand?.open() ?? null;
    if (hand) handlers.drop(dropped ? spot : null);
    hand = null;
  };
  const take = (element: HTMLElement): void => {
    if (!handlers.lift(element)) return;
    navigator.vibrate?.(10);
    hand = lift(element, start, scroller, handlers.over);
  };
  const touchStart = (event: TouchEvent): void => {
    letGo(false);
    const element = liftableAt(event);
    const [touch] = event.touches;
    if (!element || !touch) return;
    start = pointOf(touch);
    giveBack = stopNativeDrag(element);
    waiting = setTimeout(() => take(element), HOLD_MS);
  };
  const touchMove = (event: TouchEvent): void => {
    const [touch] = event.touches;
    if (!touch) return;
    const at = pointOf(touch);
    if (hand) {
      // The page would scroll away under the finger.
      event.preventDefault();
      hand.moveTo(at);
    } else if (Math.hypot(at.x - start.x, at.y - start.y) > TREMBLE_PX) clearTimeout(waiting);
  };
  const touchEnd = (event: TouchEvent): void => {
    // Else the browser makes a click of it, which opens what lies beneath.
    if (hand) event.preventDefault();
    letGo(true);
  };
  const touchCancel = (): void => letGo(false);
  // A resting finger asks for the context menu on Android.
  const contextMenu = (event: Event): void => {
    if (hand) event.preventDefault();
  };

  const listening = new AbortController();
  const { signal } = listening;
  scroller.addEventListener('touchstart', touchStart, { passive: true, signal });
  scroller.addEventListener('touchmove', touchMove, { passive: false, signal });
  scroller.addEventListener('touchend', touchEnd, { signal });
  scroller.addEventListener('touchcancel', touchCancel, { signal });
  scroller.addEventListener('contextmenu', contextMenu, { signal });
  return () => {
    letGo(false);
    listening.abort();
  };
}
