/** So near to an edge, in pixels, a carried card pulls the board along. */
const EDGE_PX = 56;

/** Which way to scroll along an axis when something is carried near an end of it: -1, 0 or 1. */
export const pull = (at: number, from: number, to: number): number =>
  at < from + EDGE_PX ? -1 : at > to - EDGE_PX ? 1 : 0;
