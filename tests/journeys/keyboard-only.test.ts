import type { Locator } from 'playwright-core';
import { cardOf, laneOf, linkOf, moveTo, seen, startRetro, write } from './support/acts';
import { openRetroSite, type RetroSite } from './support/retro-site';
import type { Person } from './support/person';

const LONGEST_WAY = 80;

/** Presses Tab until something has focus, as somebody without a mouse does. */
async function tabTo({ page }: Person, target: Locator): Promise<void> {
  await target.waitFor();
  for (let i = 0; i < LONGEST_WAY; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not get to ${String(target)}`);
}

describe.each(['none', 'all'])('somebody without a mouse (variants: %s)', (variant) => {
  let retro: RetroSite;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
  });
  afterAll(() => retro.close());

  test('writes, groups and votes', async () => {
    const mara = await retro.enter('Mara');
    await startRetro(mara);
    const devon = await retro.enter('Devon', { link: linkOf(mara) });
    const { keyboard } = devon.page;
    await mara.button('Start the retro').click();
    await write(mara, 'Stop', 'Reviews wait for days');

    await tabTo(devon, devon.app.getByRole('textbox', { name: 'Add a card to Stop' }));
    await keyboard.type('Reviews are slow');
    await keyboard.press('Enter');
    await keyboard.type('Long dailies');
    await keyboard.press('Enter');
    await seen(cardOf(devon, 'Long dailies'));
    await mara.button('Reveal all columns').click();
    await moveTo(mara, 'Reveal', [mara, devon]);
    await moveTo(mara, 'Group', [mara, devon]);

    await tabTo(devon, devon.button('Actions for “Reviews are slow”'));
    await keyboard.press('Enter');
    await seen(devon.app.getByRole('menuitem', { name: 'Group with…' }));
    await keyboard.type('g');
    await keyboard.press('Enter');
    await seen(devon.app.getByRole('dialog'));
    await keyboard.type('wait');
    await devon.app.getByRole('dialog').getByText('Long dailies').waitFor({ state: 'hidden' });
    await keyboard.press('Enter');
    await seen(mara.app.getByRole('article', { name: /^Group: / }));

    await moveTo(mara, 'Vote', [mara, devon]);
    await mara.button('Open voting').click();
    await tabTo(devon, devon.button('Vote for “Long dailies”'));
    await keyboard.press('Enter');
    await keyboard.press('Space');
    await seen(laneOf(devon, 'Stop').getByText('2 votes of yours'));
    await seen(mara.app.getByText('2 of 10 votes cast'));
    expect(await retro.complaints()).toEqual([]);
  });
});
