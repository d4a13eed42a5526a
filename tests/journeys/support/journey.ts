import { linkOf, seen, startRetro, write } from './acts';
import type { Person } from './person';
import type { RetroSite } from './retro-site';

/** Two people in the lobby of a new retro: who started it, and a guest who followed the link. */
export async function gather(retro: RetroSite, lead = 'Mara', guest = 'Devon'): Promise<[Person, Person]> {
  const first = await retro.enter(lead);
  await startRetro(first);
  const second = await retro.enter(guest, { link: linkOf(first) });
  for (const person of [first, second]) await seen(person.app.getByText('2 people are here'));
  return [first, second];
}

/** Two people who may write. */
export async function gatherToCollect(retro: RetroSite): Promise<[Person, Person]> {
  const both = await gather(retro);
  await both[0].button('Start the retro').click();
  for (const person of both) await seen(person.app.getByRole('textbox', { name: 'Add a card to Start' }));
  return both;
}

/** Moves everybody to a later step, whatever lies between. */
export async function jumpTo(lead: Person, step: string, everybody: Person[]): Promise<void> {
  await lead.app
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: new RegExp(`^${step}`) })
    .click();
  for (const person of everybody) await seen(person.app.getByRole('main', { name: step, exact: true }));
}

/** One card of each, revealed, in the given step. */
export async function gatherAround(
  retro: RetroSite,
  step: string,
  cards: { mine: string; theirs: string },
): Promise<[Person, Person]> {
  const both = await gatherToCollect(retro);
  await write(both[0], 'Stop', cards.mine);
  await write(both[1], 'Stop', cards.theirs);
  await both[0].button('Reveal all columns').click();
  await jumpTo(both[0], step, both);
  return both;
}

/** A date of the site's clock, as a date field takes it. */
export const dayFromNow = ({ site }: RetroSite, days: number): string =>
  new Date(site.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
