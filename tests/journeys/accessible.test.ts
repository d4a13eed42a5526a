import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { addAction, atStep, choose, closeRetro, groupByMenu, moveTo, seen, vote, write } from './support/acts';
import { gather } from './support/journey';
import { partsOfOneJourney } from './support/parts';
import { openRetroSite, type RetroSite } from './support/retro-site';
import type { Person } from './support/person';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = ['serious', 'critical'];

type WithAxe = { axe: { run(options: { resultTypes: string[] }): Promise<AxeResults> } };

/** What axe-core finds grave in the app's frame and around it, in both themes. */
async function graveFaults({ page }: Person, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const theme of ['light', 'dark']) {
    for (const frame of page.frames()) {
      await frame.evaluate((mode) => void (document.documentElement.dataset['colorMode'] = mode), theme);
      await frame.evaluate(`window.axe === undefined && (() => { ${AXE} })()`);
    }
    const app = page.frames().at(-1) ?? page.mainFrame();
    // A card that is just being turned over is half transparent: what counts is what stays. Spinners turn for ever.
    await app.evaluate(async () => {
      const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map((one) => one.finished));
    });
    const { violations } = await app.evaluate(() =>
      (window as unknown as WithAxe).axe.run({ resultTypes: ['violations'] }),
    );
    for (const { id, impact, nodes } of violations.filter((found) => GRAVE.includes(found.impact ?? '')))
      faults.push(`${where}, ${theme}, ${impact}: ${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`);
  }
  return faults;
}

// What Forge leaves open changes nothing of what is drawn: one run says it for all variants.
describe('axe-core finds nothing grave in either theme', () => {
  const part = partsOfOneJourney();
  let retro: RetroSite;
  let mara: Person;
  let devon: Person;
  const both = () => [mara, devon];
  beforeAll(async () => {
    retro = await openRetroSite('none');
  });
  afterAll(() => retro.close());

  part('before the first retro: the welcome, the start dialog, the team settings', async () => {
    const newcomer = await retro.enter('Mara');
    await seen(newcomer.button('Start a retro'));
    expect(await graveFaults(newcomer, 'home, empty')).toEqual([]);
    await newcomer.button('Start a retro').click();
    await seen(newcomer.app.getByRole('dialog'));
    expect(await graveFaults(newcomer, 'start dialog')).toEqual([]);
    await newcomer.page.keyboard.press('Escape');
    await newcomer.app.getByRole('button', { name: /Sunrise/ }).click();
    await newcomer.app.getByRole('menuitem', { name: 'Team settings' }).click();
    await seen(newcomer.app.getByRole('heading', { name: 'Members' }));
    expect(await graveFaults(newcomer, 'team settings')).toEqual([]);
    await newcomer.leave();
  });

  part('in the lobby, while writing and while revealing', async () => {
    [mara, devon] = await gather(retro);
    expect(await graveFaults(mara, 'lobby')).toEqual([]);
    await mara.button('Start the retro').click();
    await atStep(devon, 'Collect');
    await write(mara, 'Stop', 'Reviews take days');
    await write(devon, 'Stop', 'Nobody reviews on Friday');
    await write(devon, 'Start', 'A rota for reviews');
    expect(await graveFaults(devon, 'collect')).toEqual([]);
    await moveTo(mara, 'Reveal', both());
    await mara.button('Reveal Stop').click();
    await seen(devon.app.getByText('Reviews take days'));
    expect(await graveFaults(mara, 'reveal')).toEqual([]);
    await mara.button('Reveal all columns').click();
  });

  part('while grouping and voting', async () => {
    await moveTo(mara, 'Group', both());
    await groupByMenu(devon, 'Nobody', 'days');
    await seen(mara.app.getByRole('article', { name: /^Group: / }));
    expect(await graveFaults(mara, 'group')).toEqual([]);
    await moveTo(mara, 'Vote', both());
    expect(await graveFaults(mara, 'vote, not open')).toEqual([]);
    await mara.button('Open voting').click();
    await vote(devon, 'A rota', 2);
    expect(await graveFaults(devon, 'vote, open')).toEqual([]);
    await mara.button('Close voting').click();
    await mara.app.getByRole('dialog').getByRole('button', { name: 'Close voting' }).click();
    await seen(mara.app.getByText(/^2 of 10 votes, \d voters?$/));
    expect(await graveFaults(mara, 'vote, closed')).toEqual([]);
  });

  part('while discussing and filing', async () => {
    await moveTo(mara, 'Discuss', both());
    await mara.button('Discuss the first topic').click();
    await addAction(mara, { text: 'Draw up a rota', owner: 'Devon' });
    expect(await graveFaults(mara, 'discuss')).toEqual([]);
    await choose(mara, 'Draw up a rota', 'Create Jira issue with options…');
    await seen(mara.app.getByRole('dialog').getByLabel('Issue type'));
    expect(await graveFaults(mara, 'filing dialog')).toEqual([]);
    await mara.page.keyboard.press('Escape');
  });

  part('at the end: the last step, the summary, the home page with a past retro', async () => {
    await moveTo(mara, 'Close', both());
    expect(await graveFaults(mara, 'close')).toEqual([]);
    await closeRetro(mara);
    expect(await graveFaults(mara, 'summary')).toEqual([]);
    const later = await retro.enter('Priya');
    await seen(later.app.getByRole('heading', { name: 'Past retros' }));
    expect(await graveFaults(later, 'home, full')).toEqual([]);
    expect(await retro.complaints()).toEqual([]);
  });
});
