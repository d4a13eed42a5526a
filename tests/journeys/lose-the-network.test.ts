import { cardOf, laneOf, seen, write } from './support/acts';
import { gatherToCollect } from './support/journey';
import { openRetroSite, type RetroSite } from './support/retro-site';

const BEFORE = 'Written while all was well';
const DURING = ['Written in a tunnel', 'A second one in the dark'];
const MEANWHILE = 'Mara went on meanwhile';

describe.each(['none', 'all'])('somebody whose network goes away while typing (variants: %s)', (variant) => {
  let retro: RetroSite;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
  });
  afterAll(() => retro.close());

  test('is told, goes on writing, and everything is there once when it is back', async () => {
    const [mara, devon] = await gatherToCollect(retro);
    // Chromium itself reports every request that finds no network.
    devon.forgive(/Failed to load resource|net::ERR_/);
    await write(devon, 'Stop', BEFORE);
    const composer = devon.app.getByRole('textbox', { name: 'Add a card to Start' });
    await composer.pressSequentially('Half a ');

    await retro.call('POST', '/local/api/adversary', { offline: [devon.accountId] });
    await composer.pressSequentially('sentence');
    for (const text of DURING) await write(devon, 'Stop', text);
    await seen(devon.app.getByText('Offline', { exact: true }));
    await seen(devon.app.getByText('2 changes waiting'));
    await write(mara, 'Continue', MEANWHILE);
    expect(await retro.toldTo(mara)).not.toContain(DURING[0]);

    await retro.call('POST', '/local/api/adversary', { offline: [] });
    await seen(devon.app.getByText('Live', { exact: true }));
    await seen(laneOf(devon, 'Continue').getByText('1 card of somebody else, face down'));
    await seen(laneOf(mara, 'Stop').getByText('3 cards of others, face down'));
    expect(await composer.inputValue()).toBe('Half a sentence');

    await mara.button('Reveal all columns').click();
    for (const text of [BEFORE, ...DURING]) await seen(cardOf(mara, text));
    for (const person of [mara, devon]) {
      await seen(cardOf(person, MEANWHILE));
      expect(await laneOf(person, 'Stop').getByRole('article').count()).toBe(3);
      expect(await laneOf(person, 'Continue').getByRole('article').count()).toBe(1);
    }
    expect(await devon.button(/not added/).count()).toBe(0);
    expect(await retro.complaints()).toEqual([]);
  });
});
