import { moveTo, seen } from './support/acts';
import { gatherToCollect } from './support/journey';
import { openRetroSite, type RetroSite } from './support/retro-site';

describe.each(['none', 'all'])('facilitation (variants: %s)', (variant) => {
  let retro: RetroSite;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
  });
  afterAll(() => retro.close());

  test('goes to somebody else, who then moves everybody, and comes back', async () => {
    const [mara, devon] = await gatherToCollect(retro);
    expect(await devon.button(/^Next: /).count()).toBe(0);

    await mara.button('Hand over facilitation').click();
    await mara.app.getByRole('dialog').getByRole('button', { name: 'Hand over', exact: true }).click();
    await seen(devon.app.getByText('You facilitate this retro now'));
    await mara.button(/^Next: /).waitFor({ state: 'hidden' });
    await moveTo(devon, 'Reveal', [devon, mara]);

    await devon.button('Hand over facilitation').click();
    await devon.app.getByRole('dialog').getByText('I stay a facilitator too').click();
    await devon.app.getByRole('dialog').getByRole('button', { name: 'Hand over', exact: true }).click();
    await moveTo(mara, 'Group', [mara, devon]);
    await moveTo(devon, 'Vote', [mara, devon]);
    expect(await retro.complaints()).toEqual([]);
  });
});
