import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { pull } from './pull';
import { carriedOf } from './mouse-drag';

const SCROLL_PX = 14;

/**
 * Lets the board scroll when something is carried to its edge. Only this one scroller and only by the pointer's place:
 * asking the browser for everything under the pointer, as the general package does, costs milliseconds a frame on a
 * board of thousands of cards.
 */
export function edgeScroll(scroller: HTMLElement): () => void {
  let at: { x: number; y: number } | null = null;
  let frame = 0;
  let box = scroller.getBoundingClientRect();

  const follow = (): void => {
    if (!at) return;
    const [x, y] = [pull(at.x, box.left, box.right), pull(at.y, box.top, box.bottom)];
    if (x !== 0 || y !== 0) scroller.scrollBy(SCROLL_PX * x, SCROLL_PX * y);
    frame = requestAnimationFrame(follow);
  };
  const stop = (): void => {
    at = null;
    cancelAnimationFrame(frame);
  };
  const cleanup = monitorForElements({
    canMonitor: ({ source }) => carriedOf(source.data) !== null,
    onDragStart({ location }) {
      box = scroller.getBoundingClientRect();
      at = { x: location.current.input.clientX, y: location.current.input.clientY };
      follow();
    },
    onDrag({ location }) {
      if (at) at = { x: location.current.input.clientX, y: location.current.input.clientY };
    },
    onDrop: stop,
  });
  return () => {
    stop();
    cleanup();
  };
}
