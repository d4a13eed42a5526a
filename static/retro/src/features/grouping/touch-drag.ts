/** How long a finger rests on a card before it is lifted, and how far it may tremble meanwhile. */
const HOLD_MS = 350;
const TREMBLE_PX = 10;
/** Near an edge the board scrolls under the finger by so many pixels a frame. */
const EDGE_PX = 56;
const SCROLL_PX = 12;

/** What the page does while a finger carries something. Elements carry `data-lift` and `data-spot`. */
export interface TouchDragHandlers {
  /** What the element stands for can be lifted now: answers false to leave the finger to scrolling. */
  lift(element: HTMLElement): boolean;
  /** The spot under the finger has changed. */
  over(spot: HTMLElement | null): void;
  /** Let go over a spot, or over nothing (also: taken away by the system). */
  drop(spot: HTMLElement | null): void;
}

interface Hand {
  element: HTMLElement;
  ghost: HTMLElement;
  dx: number;
  dy: number;
  x: number;
  y: number;
  spot: HTMLElement | null;
  frame: number;
}

/** A picture of the card that follows the finger. */
function ghostOf(element: HTMLElement): HTMLElement {
  const box = element.getBoundingClientRect();
  const ghost = element.cloneNode(true) as HTMLElement;
  ghost.removeAttribute('id');
  ghost.setAttribute('aria-hidden', 'true');
  ghost.setAttribute('data-lifted', '');
  Object.assign(ghost.style, {
    position: 'fixed',
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    maxHeight: '40vh',
    overflow: 'hidden',
    margin: '0',
    zIndex: '1000',
    pointerEvents: 'none',
  });
  document.body.append(ghost);
  return ghost;
}

const spotAt = (x: number, y: number): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-spot]') ?? null;

/** Speed of scrolling by how near an edge of the scroller the finger is: -1, 0 or 1 along an axis. */
const pull = (at: number, from: number, to: number): number => (at < from + EDGE_PX ? -1 : at > to - EDGE_PX ? 1 : 0);

/**
 * Long-press dragging for fingers: the browser's own drag and drop does not know them. One listener serves the whole
 * board. Returns how to stop.
 */
export function touchDrag(root: HTMLElement, scroller: HTMLElement, handlers: TouchDragHandlers): () => void {
  let hand: Hand | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };

  const follow = (): void => {
    if (!hand) return;
    const box = scroller.getBoundingClientRect();
    scroller.scrollBy(SCROLL_PX * pull(hand.x, box.left, box.right), SCROLL_PX * pull(hand.y, box.top, box.bottom));
    hand.ghost.style.transform = `translate(${hand.x - hand.dx}px, ${hand.y - hand.dy}px) rotate(1.5deg)`;
    const spot = spotAt(hand.x, hand.y);
    if (spot !== hand.spot) {
      hand.spot = spot;
      handlers.over(spot);
    }
    hand.frame = requestAnimationFrame(follow);
  };
  const lift = (element: HTMLElement): void => {
    if (!handlers.lift(element)) return;
    navigator.vibrate?.(10);
    hand = { element, ghost: ghostOf(element), dx: start.x, dy: start.y, ...start, spot: null, frame: 0 };
    follow();
  };
  const letGo = (dropped: boolean): void => {
    clearTimeout(waiting);
    if (!hand) return;
    cancelAnimationFrame(hand.frame);
    hand.ghost.remove();
    const { spot } = hand;
    hand = null;
    handlers.over(null);
    handlers.drop(dropped ? spot : null);
  };

  const touchStart = (event: TouchEvent): void => {
    letGo(false);
    const [touch] = event.touches;
    const target = event.target as HTMLElement;
    const element = target.closest<HTMLElement>('[data-lift]');
    if (!touch || event.touches.length > 1 || !element || target.closest('button, a, textarea, input')) return;
    start = { x: touch.clientX, y: touch.clientY };
    waiting = setTimeout(() => lift(element), HOLD_MS);
  };
  const touchMove = (event: TouchEvent): void => {
    const [touch] = event.touches;
    if (!touch) return;
    if (!hand) {
      if (Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > TREMBLE_PX) clearTimeout(waiting);
      return;
    }
    // The page would scroll away under the finger.
    event.preventDefault();
    hand.x = touch.clientX;
    hand.y = touch.clientY;
  };
  const touchEnd = (event: TouchEvent): void => {
    // Else the browser makes a click of it, which opens what lies beneath.
    if (hand) event.preventDefault();
    letGo(true);
  };
  const cancelled = (): void => letGo(false);
  // A resting finger asks for the context menu on Android.
  const contextMenu = (event: Event): void => {
    if (hand) event.preventDefault();
  };

  root.addEventListener('touchstart', touchStart, { passive: true });
  root.addEventListener('touchmove', touchMove, { passive: false });
  root.addEventListener('touchend', touchEnd);
  root.addEventListener('touchcancel', cancelled);
  root.addEventListener('contextmenu', contextMenu);
  return () => {
    letGo(false);
    root.removeEventListener('touchstart', touchStart);
    root.removeEventListener('touchmove', touchMove);
    root.removeEventListener('touchend', touchEnd);
    root.removeEventListener('touchcancel', cancelled);
    root.removeEventListener('contextmenu', contextMenu);
  };
}
