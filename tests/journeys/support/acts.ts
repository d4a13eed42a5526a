import type { Locator } from 'playwright-core';
import type { Person } from './person';

/** From the project's page into a new retro's lobby: two clicks. */
export async function startRetro(person: Person): Promise<void> {
  await person.button('Start a retro').click();
  await person.app.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
  await seen(person.button('Start the retro'));
}

/** The address of where somebody is, as they would send it to others. */
export const linkOf = (person: Person): string => person.page.url();

export const seen = (what: Locator): Promise<void> => what.first().waitFor({ state: 'visible' });

/** The facilitator's next step: `Reveal`, `Group`, `Vote`, `Discuss`, `Close`. */
export async function moveTo(lead: Person, step: string, everybody: Person[] = [lead]): Promise<void> {
  await lead.button(`Next: ${step}`).click();
  await Promise.all(everybody.map((person) => atStep(person, step)));
}

/** Waits until somebody's page shows a step. */
export const atStep = (person: Person, step: string): Promise<void> =>
  seen(person.app.getByRole('main', { name: step, exact: true }));

export const laneOf = (person: Person, column: string): Locator =>
  person.app.getByRole('region', { name: column, exact: true });

export const cardOf = (person: Person, text: string): Locator =>
  person.app.getByRole('article', { name: `Card: ${text}`, exact: true });

/** Writes a card and waits until it lies there. */
export async function write(person: Person, column: string, text: string): Promise<void> {
  const composer = person.app.getByRole('textbox', { name: `Add a card to ${column}`, exact: true });
  await composer.fill(text);
  await composer.press('Enter');
  await seen(cardOf(person, text));
}

/** Opens the menu of a card or group, by a part of its title, and chooses an entry. */
export async function choose(person: Person, title: string, entry: string): Promise<void> {
  await person.button(new RegExp(`^Actions for “.*${title}`)).click();
  await person.app.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** Groups by menu: search for the other card, Enter takes the nearest. */
export async function groupByMenu(person: Person, title: string, other: string): Promise<void> {
  await choose(person, title, 'Group with…');
  const search = person.app.getByRole('searchbox', { name: /^Search cards/ });
  await search.fill(other);
  await seen(person.app.getByRole('dialog').getByText(other));
  await search.press('Enter');
}

/** Gives votes to a topic, by a part of its title. */
export async function vote(person: Person, title: string, votes = 1): Promise<void> {
  for (let i = 0; i < votes; i++) await person.button(new RegExp(`^Vote for “.*${title}`)).click();
}

interface TypedAction {
  text: string;
  owner?: string;
  /** `2026-12-01` */
  due?: string;
}

/** Adds an action item to the topic that is discussed. */
export async function addAction(person: Person, { text, owner, due }: TypedAction): Promise<void> {
  const form = person.app.locator('form').filter({ has: person.app.getByLabel('What will be done?') });
  if (!(await form.isVisible())) await person.button('Add action item').first().click();
  await person.app.getByLabel('What will be done?').fill(text);
  if (owner !== undefined) {
    await form.getByRole('combobox', { name: 'Owner' }).click();
    await form.getByRole('combobox', { name: 'Owner' }).fill(owner);
    await person.app
      .getByRole('option', { name: new RegExp(`^${owner}`) })
      .first()
      .click();
  }
  if (due !== undefined) await form.getByLabel('Due').fill(due);
  await form.getByRole('button', { name: 'Add action item' }).click();
  await seen(actionOf(person, text));
}

/** The row of an action item. */
export const actionOf = (person: Person, text: string): Locator =>
  person.app.getByRole('listitem').filter({ has: person.app.getByRole('checkbox', { name: `“${text}” is done` }) });

/** Closes the retro for everybody; the closer then sees the summary. */
export async function closeRetro(lead: Person): Promise<void> {
  await lead.button('Close retro').click();
  await lead.app.getByRole('dialog').getByRole('button', { name: 'Close retro' }).click();
  await seen(lead.button('Reopen retro'));
}
