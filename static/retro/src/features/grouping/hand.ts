import { pull } from './pull';

/** Near an edge the board scrolls under the finger by so many pixels a frame. */
const SCROLL_PX = 12;

export interface Point {
  x: number;
  y: number;
}

/** Something held by a finger. */
export interface Hand {
  moveTo(at: Point): void;
  /** Ends it and answers the spot beneath. */
  open(): HTMLElement | null;
}

/** A picture of the card that follows the finger. */
function ghostOf(element: HTMLElement): HTMLElement {
  const box = element.getBoundingClientRect();
  const ghost = element.cloneNode(true) as HTMLElement;
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

const spotAt = ({ x, y }: Point): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-spot]') ?? null;

/** Lifts an element at a point: from now on its picture follows, the board scrolls at its edges, spots are told. */
export function lift(
  element: HTMLElement,
  from: Point,
  scroller: HTMLElement,
  onOver: (spot: HTMLElement | null) => void,
): Hand {
  const ghost = ghostOf(element);
  let at = from;
  let spot: HTMLElement | null = null;
  let frame = 0;

  const follow = (): void => {
    const box = scroller.getBoundingClientRect();
    scroller.scrollBy(SCROLL_PX * pull(at.x, box.left, box.right), SCROLL_PX * pull(at.y, box.top, box.bottom));
    ghost.style.transform = `translate(${at.x - from.x}px, ${at.y - from.y}px) rotate(1.5deg)`;
    const beneath = spotAt(at);
    if (beneath !== spot) {
      spot = beneath;
      onOver(spot);
    }
    frame = requestAnimationFrame(follow);
  };
  follow();

  return {
    moveTo(next) {
      at = next;
    },
    open() {
      cancelAnimationFrame(frame);
      ghost.remove();
      onOver(null);
      return spot;
    },
  };
}
