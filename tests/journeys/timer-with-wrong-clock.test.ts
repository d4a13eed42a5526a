import { linkOf, seen, startRetro } from './support/acts';
import { openRetroSite, type RetroSite } from './support/retro-site';
import type { Person } from './support/person';

/** A computer whose clock is five minutes ahead. */
const FIVE_MINUTES_AHEAD = `{
  const ahead = 5 * 60_000;
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given) { if (given.length === 0) super(Right.now() + ahead); else super(...given); }
    static now() { return Right.now() + ahead; }
  };
}`;

async function secondsLeft(person: Person): Promise<number> {
  const label = await person.app.getByRole('timer').getAttribute('aria-label');
  const [, minutes = NaN, seconds = NaN] = /^(\d+):(\d\d) left$/.exec(label ?? '')?.map(Number) ?? [];
  return minutes * 60 + seconds;
}

describe.each(['none', 'all'])('the timer (variants: %s)', (variant) => {
  let retro: RetroSite;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
  });
  afterAll(() => retro.close());

  test('shows the same time on a computer whose clock is five minutes wrong', async () => {
    const mara = await retro.enter('Mara');
    await startRetro(mara);
    const devon = await retro.enter('Devon', { link: linkOf(mara), initScript: FIVE_MINUTES_AHEAD });
    await seen(devon.app.getByText('2 people are here'));
    const clockOf = async ({ page }: Person): Promise<number> =>
      Number(await page.frames()[1]?.evaluate(() => Date.now()));
    expect((await clockOf(devon)) - (await clockOf(mara))).toBeGreaterThan(290_000);

    await mara.button('Start the retro').click();
    await mara.button('Start timer').click();
    await mara.app.getByRole('menuitem', { name: '3 minutes', exact: true }).click();
    for (const person of [mara, devon]) await seen(person.app.getByRole('timer', { name: /^2:\d\d left$/ }));
    const [right, wrong] = await Promise.all([mara, devon].map(secondsLeft));
    expect(Math.abs(Number(right) - Number(wrong))).toBeLessThanOrEqual(1);
    expect(await retro.complaints()).toEqual([]);
  });
});
