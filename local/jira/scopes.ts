import type { Scopes } from './operation';

/** All classic scopes, or all granular ones: either set will do. Operations without scopes are open to every app. */
export function scopesSuffice(needed: Scopes, granted: readonly string[]): boolean {
  const { classic, granular } = needed;
  if (!classic && !granular) return true;
  return [classic, granular].some((set) => set?.every((scope) => granted.includes(scope)));
}
