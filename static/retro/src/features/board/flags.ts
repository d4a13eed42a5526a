/** States of an element as `data-*` attributes without a value, for the style sheet: only those that hold. */
export function flags(states: Record<string, boolean>): Record<`data-${string}`, ''> {
  const marks: Record<`data-${string}`, ''> = {};
  for (const [name, holds] of Object.entries(states)) if (holds) marks[`data-${name}`] = '';
  return marks;
}
