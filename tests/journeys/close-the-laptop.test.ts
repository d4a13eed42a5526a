import { atStep, cardOf, seen, write } from './support/acts';
import { gatherToCollect, jumpTo } from './support/journey';
import { openRetroSite, type RetroSite } from './support/retro-site';
import type { Person } from './support/person';

/** As a lid does: no network, then no script runs; answers how to open it. */
async function closeLid({ page }: Person): Promise<() => Promise<void>> {
  const context = page.context();
  const devtools = await context.newCDPSession(page);
  await context.setOffline(true);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  return async () => {
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await context.setOffline(false);
  };
}

describe.each(['none', 'all'])('somebody who closes the laptop (variants: %s)', (variant) => {
  let retro: RetroSite;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
  });
  afterAll(() => retro.close());

  test('finds the retro where the others are now', async () => {
    const [mara, devon] = await gatherToCollect(retro);
    devon.forgive(/Failed to load resource|net::ERR_/);
    await write(devon, 'Start', 'A walk after lunch');
    const openLid = await closeLid(devon);

    await write(mara, 'Stop', 'Written while the lid was down');
    await mara.button('Reveal all columns').click();
    await seen(cardOf(mara, 'A walk after lunch'));
    await jumpTo(mara, 'Vote', [mara]);
    await mara.button('Open voting').click();
    await seen(mara.app.getByText('5 votes left'));

    await openLid();
    await atStep(devon, 'Vote');
    await seen(cardOf(devon, 'Written while the lid was down'));
    await seen(devon.app.getByText('5 votes left'));
    await seen(devon.app.getByText('Live', { exact: true }));
    await devon.button('Vote for “A walk after lunch”').click();
    await seen(mara.app.getByText('1 of 10 votes cast'));
    expect(await retro.complaints()).toEqual([]);
  });
});
