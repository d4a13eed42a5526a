/**
 * `test` for the parts of one journey: after a failed part the others fail at once, instead of each waiting for what
 * cannot come any more.
 */
export function partsOfOneJourney(): (name: string, act: () => Promise<void>) => void {
  let broken = false;
  return (name, act) =>
    test(name, async () => {
      if (broken) throw new Error('An earlier part of this journey failed');
      broken = true;
      await act();
      broken = false;
    });
}
