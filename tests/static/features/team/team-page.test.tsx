import { fireEvent, screen } from '@testing-library/react';
import { firstTeam } from '../../../../src/domain/team';
import { NewTeamDialog } from '../../../../static/retro/src/features/team/new-team-dialog';
import { TeamPage } from '../../../../static/retro/src/features/team/team-page';
import { refusalText } from '../../../../static/retro/src/messages/refusal-text';
import { aHome, aTestPage, drawRoom, settle } from '../../a-page';

const team = { ...firstTeam('10000', 'Sunrise', 'Europe/Berlin'), members: ['ann', 'bob'] };
const home = (): unknown => aHome({ team });
const button = (name: string): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name });
const click = async (name: string): Promise<void> => {
  fireEvent.click(button(name));
  await settle();
};

test('nothing is sent until something changed and somebody saves', async () => {
  const saveTeam = ({ team: change }: Record<string, unknown>): unknown => ({
    ok: true,
    team: { ...team, ...(change as object) },
  });
  const page = aTestPage({ home, saveTeam });
  await drawRoom(page, <TeamPage teamId="p10000" />);
  expect(button('Save').disabled).toBe(true);

  fireEvent.change(screen.getByLabelText(/^Name\b/), { target: { value: '  Sunrise   crew ' } });
  await click('Remove Bob Berg');
  fireEvent.change(screen.getByLabelText('Labels'), { target: { value: 'retro, team  retro' } });
  fireEvent.click(screen.getByLabelText('Sunrise board'));
  expect(screen.getByText('Changes not saved yet')).toBeTruthy();
  await click('Save');

  expect(page.calls.find(([name]) => name === 'saveTeam')?.[1]).toMatchObject({
    team: {
      id: 'p10000',
      name: 'Sunrise crew',
      members: ['ann'],
      jiraBoards: [7],
      filing: { labels: ['retro', 'team'] },
    },
  });
  expect(screen.getByText('Team saved')).toBeTruthy();
  expect(button('Save').disabled).toBe(true);
});

test('a refusal is said, and what was typed stays', async () => {
  const page = aTestPage({ home, saveTeam: () => ({ ok: false, refusal: { code: 'access/denied' } }) });
  await drawRoom(page, <TeamPage teamId="p10000" />);
  fireEvent.change(screen.getByLabelText(/^Name\b/), { target: { value: 'Others' } });
  await click('Save');
  expect(screen.getByText(refusalText({ code: 'access/denied' }))).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/^Name\b/).value).toBe('Others');
  expect(button('Save').disabled).toBe(false);
});

test('a team without a name cannot be saved', async () => {
  const page = aTestPage({ home });
  await drawRoom(page, <TeamPage teamId="p10000" />);
  fireEvent.change(screen.getByLabelText(/^Name\b/), { target: { value: '   ' } });
  expect(button('Save').disabled).toBe(true);
  expect(screen.getByText('A team needs a name of 1 to 60 characters.')).toBeTruthy();
});

test('who may not change the team reads it without a way to save', async () => {
  const page = aTestPage({ home: () => aHome({ team, may: { start: true, changeTeam: false } }) });
  await drawRoom(page, <TeamPage teamId="p10000" />);
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>(/^Name\b/).matches(':disabled')).toBe(true);
});

test('where Jira does not tell its boards the page says so, and the rest works', async () => {
  const page = aTestPage({ home }, { jiraBoards: () => Promise.reject(new Error('away')) });
  await drawRoom(page, <TeamPage teamId="p10000" />);
  expect(screen.getByText('Jira did not tell the boards.')).toBeTruthy();
  expect(screen.getByLabelText('Labels')).toBeTruthy();
});

test('a new team opens its own home page', async () => {
  const made = { ok: true, team: { ...team, id: 'taaaaaaaaaaa1', name: 'Night shift' } };
  const page = aTestPage({ saveTeam: () => made });
  const closed = jest.fn();
  await drawRoom(page, <NewTeamDialog onClose={closed} />);
  fireEvent.change(screen.getByLabelText('Name of the team'), { target: { value: 'Night shift' } });
  await click('Create team');
  expect(page.calls[0]?.[1]).toMatchObject({ create: true, team: { name: 'Night shift' } });
  expect(page.address.current()).toEqual({ path: '/', search: '?team=taaaaaaaaaaa1' });
  expect(closed).toHaveBeenCalled();
});
