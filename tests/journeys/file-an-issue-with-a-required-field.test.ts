import { actionOf, addAction, choose, seen } from './support/acts';
import { gatherAround } from './support/journey';
import { openRetroSite, type RetroSite } from './support/retro-site';
import type { Person } from './support/person';

const CARDS = { mine: 'Reviews take days', theirs: 'Nobody knows who reviews' };
const CHIP = /^SUN-\d+, To Do$/;

describe.each(['none', 'all'])('an action item on its way to Jira (variants: %s)', (variant) => {
  let retro: RetroSite;
  let mara: Person;
  let devon: Person;
  beforeAll(async () => {
    retro = await openRetroSite(variant);
    [mara, devon] = await gatherAround(retro, 'Discuss', CARDS);
    await mara.button('Discuss the first topic').click();
  });
  afterAll(() => retro.close());

  /** Jira's own answer, asked as its administrator; its search index may lag, so it reads every issue. */
  async function issuesCalled(summary: string): Promise<{ fields: Record<string, unknown> }[]> {
    const found: { fields: Record<string, unknown> }[] = [];
    for (let number = 1; ; number++) {
      const answer = await retro.site.jira(mara.accountId, { method: 'GET', path: `/rest/api/3/issue/SUN-${number}` });
      if (answer.status === 404) return found;
      const issue = (await answer.json()) as { fields: Record<string, unknown> };
      if (issue.fields['summary'] === summary) found.push(issue);
    }
  }

  test('is asked for the field that its issue type needs', async () => {
    const text = 'A rota for reviews';
    await addAction(mara, { text, owner: 'Devon' });
    await choose(mara, text, 'Create Jira issue with options…');
    const dialog = mara.app.getByRole('dialog');
    await dialog.getByLabel('Issue type').selectOption({ label: 'Improvement' });
    await seen(dialog.getByLabel('Impact'));
    await dialog.getByRole('button', { name: 'Create Jira issue' }).click();
    await seen(dialog.getByText('Jira needs this.'));
    expect(await issuesCalled(text)).toEqual([]);
    await dialog.getByLabel('Impact').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Create Jira issue' }).click();
    for (const person of [mara, devon]) await seen(actionOf(person, text).getByRole('link', { name: CHIP }));
    const issues = await issuesCalled(text);
    expect(issues).toMatchObject([
      { fields: { issuetype: { name: 'Improvement' }, assignee: { accountId: retro.idOf('Devon') } } },
    ]);
  });

  test('becomes one issue, however often it is clicked', async () => {
    const text = 'One reviewer a day';
    await addAction(mara, { text });
    await actionOf(mara, text).getByRole('button', { name: 'Create Jira issue' }).dblclick();
    for (const person of [mara, devon]) await seen(actionOf(person, text).getByRole('link', { name: CHIP }));
    expect(await issuesCalled(text)).toHaveLength(1);
  });

  test('is found again when Jira created it and never said so', async () => {
    const text = 'Smaller pull requests';
    await addAction(mara, { text });
    await retro.call('POST', '/local/api/adversary', {
      jira: [{ method: 'POST', path: '/rest/api/3/issue', status: 500, afterCommit: true, times: 1 }],
    });
    await actionOf(mara, text).getByRole('button', { name: 'Create Jira issue' }).click();
    // By default Jira's own event tells of the issue before anybody can see that it is looked for.
    if (variant === 'all') await seen(actionOf(mara, text).getByText('Checking with Jira whether it was created…'));
    for (const person of [mara, devon]) await seen(actionOf(person, text).getByRole('link', { name: CHIP }));
    expect(await issuesCalled(text)).toHaveLength(1);
  });

  test('gives nobody anything to complain about', async () => {
    expect(await retro.complaints()).toEqual([]);
  });
});
