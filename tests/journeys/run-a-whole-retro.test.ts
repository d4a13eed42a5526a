import {
  addAction,
  actionOf,
  cardOf,
  choose,
  closeRetro,
  groupByMenu,
  laneOf,
  linkOf,
  moveTo,
  seen,
  startRetro,
  vote,
  write,
} from './support/acts';
import { dayFromNow } from './support/journey';
import { partsOfOneJourney } from './support/parts';
import { openRetroSite, type RetroSite } from './support/retro-site';
import type { Person } from './support/person';

const CARDS = {
  mara: {
    Continue: 'Demos every second Friday',
    Stop: 'Builds take 40 minutes again',
    Start: 'Pairing on the first day',
  },
  devon: {
    Continue: 'Calm release, nobody worked late',
    Stop: 'The build is slow since May',
    Start: 'A rota for reviews',
  },
} as const;
const ACTION = 'Split the build in two';

describe.each(['none', 'all'])('a whole retro of two people (variants: %s)', (variant) => {
  const part = partsOfOneJourney();
  let retro: RetroSite;
  let mara: Person;
  let devon: Person;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
  });
  afterAll(() => retro.close());

  const both = () => [mara, devon];

  part('begins with two clicks and gathers in the lobby', async () => {
    mara = await retro.enter('Mara');
    await startRetro(mara);
    devon = await retro.enter('Devon', { link: linkOf(mara) });
    for (const person of both()) await seen(person.app.getByText('2 people are here'));
    await mara.button('Start the retro').click();
  });

  part('collects cards face down: no byte of them reaches the others', async () => {
    for (const [column, text] of Object.entries(CARDS.mara)) await write(mara, column, text);
    for (const [column, text] of Object.entries(CARDS.devon)) await write(devon, column, text);
    for (const person of both())
      for (const column of Object.keys(CARDS.mara))
        await seen(laneOf(person, column).getByText('1 card of somebody else, face down'));
    const [toMara, toDevon] = await Promise.all(both().map((person) => retro.toldTo(person)));
    expect(Object.values(CARDS.devon).filter((text) => toMara?.includes(text))).toEqual([]);
    expect(Object.values(CARDS.mara).filter((text) => toDevon?.includes(text))).toEqual([]);
    expect(toMara).toContain(CARDS.mara.Stop);
  });

  part('reveals a column, then the others', async () => {
    await moveTo(mara, 'Reveal', both());
    await mara.button('Reveal Stop').click();
    await seen(cardOf(devon, CARDS.mara.Stop));
    expect(await retro.toldTo(devon)).not.toContain(CARDS.mara.Start);
    await mara.button('Reveal all columns').click();
    for (const text of Object.values(CARDS.mara)) await seen(cardOf(devon, text));
    for (const text of Object.values(CARDS.devon)) await seen(cardOf(mara, text));
  });

  part('groups by drag and by menu', async () => {
    await moveTo(mara, 'Group', both());
    await cardOf(mara, CARDS.mara.Stop).dragTo(cardOf(mara, CARDS.devon.Stop));
    for (const person of both()) await seen(person.app.getByRole('article', { name: /^Group: / }));
    await groupByMenu(devon, CARDS.devon.Start, CARDS.mara.Start);
    for (const person of both())
      await person.app
        .getByRole('article', { name: /^Group: / })
        .nth(1)
        .waitFor();
    await choose(devon, CARDS.devon.Continue, 'Start');
    await seen(laneOf(mara, 'Start').getByText(CARDS.devon.Continue));
  });

  part('votes in secret and counts right', async () => {
    await moveTo(mara, 'Vote', both());
    await mara.button('Open voting').click();
    for (const person of both()) await seen(person.app.getByText('5 votes left'));
    await vote(mara, '[Bb]uild', 2);
    await vote(devon, '[Bb]uild', 1);
    await vote(devon, 'Demos', 2);
    await seen(mara.app.getByText('5 of 10 votes cast'));
    expect(await devon.app.getByText(/^\d votes?$/).count()).toBe(0);
    await mara.button('Close voting').click();
    await mara.app.getByRole('dialog').getByRole('button', { name: 'Close voting' }).click();
    for (const person of both()) {
      await seen(person.app.getByText('5 of 10 votes, 2 voters'));
      await seen(laneOf(person, 'Stop').getByText('3 votes', { exact: true }));
      await seen(laneOf(person, 'Continue').getByText('2 votes', { exact: true }));
    }
  });

  part('discusses the first topic, agrees on an action item and files it', async () => {
    await moveTo(mara, 'Discuss', both());
    await mara.button('Discuss the first topic').click();
    await seen(devon.app.getByText(`Topic 1 of 4`));
    await addAction(devon, { text: ACTION, owner: 'Devon', due: dayFromNow(retro, 7) });
    await actionOf(mara, ACTION).getByRole('button', { name: 'Create Jira issue' }).click();
    for (const person of both()) await seen(actionOf(person, ACTION).getByRole('link', { name: /^SUN-\d+, To Do$/ }));
  });

  part('closes with a summary that can be copied', async () => {
    await moveTo(mara, 'Close', both());
    await closeRetro(mara);
    await seen(devon.app.getByRole('heading', { name: 'What the team will do' }));
    await mara.button('Copy as text').click();
    await seen(mara.app.getByText('Summary copied as Markdown'));
    const markdown = await mara.page.evaluate(() => navigator.clipboard.readText());
    const texts = [...Object.values(CARDS.mara), ...Object.values(CARDS.devon), ACTION, 'Devon Carter', '3 votes'];
    expect(texts.filter((text) => !markdown.includes(text))).toEqual([]);
    expect(markdown).toMatch(/\/browse\/SUN-\d+/);
  });

  part('leaves nothing in storage that says who wrote what', async () => {
    const stored = JSON.stringify(await retro.call('GET', '/local/api/storage'));
    expect(stored).toContain(CARDS.devon.Stop);
    expect(stored).not.toMatch(/\\?"(by|author|pseudonym)\\?":\\?"/);
  });

  part('nobody had anything to complain about', async () => {
    expect(await retro.complaints()).toEqual([]);
  });
});
