import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { Carried, Spot } from './carried';
import { deedOf } from './carried';

const KEY = 'sternlight.carried';
type Data = Record<string | symbol, unknown>;

/** Whether a drag is one of ours. */
export const carriedOf = (data: Data): Carried | null => (data[KEY] as Carried | undefined) ?? null;

/** Lets an element be picked up with a mouse. The carried cards are asked for at the moment of lifting. */
export function liftable(element: HTMLElement, carried: () => Carried, onLift: (lifted: boolean) => void): () => void {
  return draggable({
    element,
    getInitialData: () => ({ [KEY]: carried() }),
    onDragStart: () => onLift(true),
    onDrop: () => onLift(false),
  });
}

/** Lets things be dropped on an element, where that means something. */
export function dropSpot(
  element: HTMLElement,
  spot: () => Spot,
  onOver: (over: boolean) => void,
  onDrop: (carried: Carried) => void,
): () => void {
  const means = (data: Data): boolean => {
    const carried = carriedOf(data);
    return carried !== null && deedOf(carried, spot()) !== null;
  };
  // A card lies in its lane: only the innermost spot takes what is dropped, also where that changes nothing.
  const innermost = (targets: { element: Element }[]): boolean => targets[0]?.element === element;
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => carriedOf(source.data) !== null && (spot().kind === 'topic' || means(source.data)),
    onDragEnter: ({ location, source }) => onOver(innermost(location.current.dropTargets) && means(source.data)),
    onDropTargetChange: ({ location, source }) => onOver(innermost(location.current.dropTargets) && means(source.data)),
    onDragLeave: () => onOver(false),
    onDrop: ({ source, location }) => {
      onOver(false);
      const carried = carriedOf(source.data);
      if (carried && innermost(location.current.dropTargets)) onDrop(carried);
    },
  });
}
