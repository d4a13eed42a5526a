import { act, fireEvent, screen, within } from '@testing-library/react';
import { SummaryPage } from '../../../../static/retro/src/features/summary/summary-page';
import { SessionContext } from '../../../../static/retro/src/session/use-view';
import type { Client, LiveWorld } from '../../../support/live-world';
import { aTestPage, drawRoom } from '../../a-page';
import { atTheBoard, pass } from '../room';

async function aClosedRetro(): Promise<{ live: LiveWorld; people: Client[] }> {
  const { live, people } = await atTheBoard('ann', 'bob');
  const [ann, bob] = people;
  void ann!.session.send('addCard', { column: 'start', text: 'Pair <b>more</b>' });
  void bob!.session.send('addCard', { column: 'stop', text: 'Late standups' });
  await live.time.pass(2000);
  void ann!.session.send('revealCards', { columns: ['start'] });
  await live.time.pass(2000);
  void ann!.session.send('createActionItem', {
    topic: null,
    topicTitle: '',
    text: 'Pair on Mondays',
    owner: 'bob',
    due: '2026-12-01',
  });
  await live.time.pass(2000);
  void ann!.session.send('closeRetro', {});
  await live.time.until(() => people.every((client) => client.session.view().head.state === 'closed'));
  return { live, people };
}

async function draw(client: Client): Promise<void> {
  await drawRoom(
    aTestPage({}, { accountId: client.accountId }),
    <SessionContext.Provider value={client.session}>
      <SummaryPage />
    </SessionContext.Provider>,
  );
}

test('it shows what was decided, what was said face up, and who was there', async () => {
  const { people } = await aClosedRetro();
  await draw(people[0]!);
  const numbers = [...document.querySelectorAll('.facts__fact')].map((fact) => fact.textContent);
  expect(numbers).toEqual(['people2', 'cards2', 'votes0', 'action item1']);
  expect(
    within(screen.getByRole('region', { name: 'What the team will do' })).getByText('Pair on Mondays'),
  ).toBeTruthy();
  const talk = within(screen.getByRole('region', { name: 'What the team talked about' }));
  expect(talk.getByText('Pair <b>more</b>')).toBeTruthy();
  expect(talk.getByText('1 card was never revealed and stays face down.')).toBeTruthy();
  const people2 = within(screen.getByRole('region', { name: 'Who took part' }));
  expect(people2.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
    expect.arrayContaining([expect.stringContaining('Ann Abel'), expect.stringContaining('Bob Berg')]),
  );
});

test('it is copied as Markdown, with names, without markup somebody typed', async () => {
  const written: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async (text: string) => void written.push(text) },
    configurable: true,
  });
  const { people } = await aClosedRetro();
  await draw(people[0]!);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy as text' })));
  expect(written[0]).toContain('- [ ] Pair on Mondays (Bob Berg, due Dec 1)');
  expect(written[0]).toContain('- Pair &lt;b>more&lt;/b>');
  expect(written[0]).not.toContain('Late standups');
  expect(screen.getByText('Summary copied as Markdown')).toBeTruthy();
});

test('its facilitator can reopen the retro after reading what that does not bring back', async () => {
  const { live, people } = await aClosedRetro();
  await draw(people[0]!);
  fireEvent.click(screen.getByRole('button', { name: 'Reopen retro' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Reopen this retro?' }));
  expect(dialog.getByText(/belong to nobody any more/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Reopen retro' }));
  await pass(live, 3000);
  expect(people.map((client) => client.session.view().head.state)).toEqual(['running', 'running']);
});

test('somebody else cannot', async () => {
  const { people } = await aClosedRetro();
  await draw(people[1]!);
  expect(screen.queryByRole('button', { name: 'Reopen retro' })).toBeNull();
});
