import { cardOf, laneOf, linkOf, seen, vote } from './support/acts';
import { gatherAround } from './support/journey';
import { openRetroSite, type RetroSite } from './support/retro-site';

const CARDS = { mine: 'Tickets wait in review', theirs: 'Too many meetings on Monday' };

describe.each(['none', 'all'])('somebody who comes late (variants: %s)', (variant) => {
  let retro: RetroSite;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
  });
  afterAll(() => retro.close());

  test('sees all that is revealed, and votes like everybody', async () => {
    const [mara, devon] = await gatherAround(retro, 'Vote', CARDS);
    await mara.button('Open voting').click();
    await seen(mara.app.getByText('5 votes left'));
    await vote(mara, 'Tickets', 2);
    await seen(mara.app.getByText('2 of 10 votes cast'));

    const priya = await retro.enter('Priya', { link: linkOf(mara) });
    for (const text of Object.values(CARDS)) await seen(cardOf(priya, text));
    await seen(priya.app.getByText('5 votes left'));
    await vote(priya, 'Tickets', 1);
    await vote(priya, 'Too many', 3);
    await seen(mara.app.getByText('6 of 15 votes cast'));

    await mara.button('Close voting').click();
    await mara.app.getByRole('dialog').getByRole('button', { name: 'Close voting' }).click();
    for (const person of [mara, devon, priya]) {
      await seen(person.app.getByText('6 of 15 votes, 2 voters'));
      expect(await laneOf(person, 'Stop').getByText('3 votes', { exact: true }).count()).toBe(2);
    }
    expect(await retro.complaints()).toEqual([]);
  });
});
