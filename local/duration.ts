const ISO_DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNIT_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** Milliseconds of an ISO 8601 duration without months and years (`P1DT2H`, `PT30S`); throws on anything else. */
export function parseDuration(text: string): number {
  const match = ISO_DURATION.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) throw new RangeError(`Not an ISO 8601 duration: "${text}"`);
  return UNIT_MS.reduce((sum, unit, at) => sum + Number(match[at + 1] ?? 0) * unit, 0);
}
