import { fireEvent, screen, within } from '@testing-library/react';
import type { RetroRow } from '../../../../src/contract/api';
import { HomePage } from '../../../../static/retro/src/features/home/home-page';
import { NOW, aHome, aTestPage, drawRoom, settle } from '../../a-page';

const row = (more: Partial<RetroRow>): RetroRow => ({
  retroId: 'p10000.aaaaaaaaaaaa',
  teamId: 'p10000',
  title: 'Sprint 12',
  state: 'running',
  format: 'starfish',
  at: NOW - 60_000,
  facilitators: ['ann'],
  cards: 9,
  actions: 2,
  participants: 3,
  ...more,
});
const click = async (role: 'button' | 'menuitem' | 'link', name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};

describe('reading', () => {
  test('a project without a retro is taught what one is', async () => {
    await drawRoom(aTestPage({ home: () => aHome() }), <HomePage />);
    expect(screen.getByRole('heading', { name: 'Your team’s first retro starts here' })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Start a retro' })).toHaveLength(1);
  });

  test('a read that failed is an error with a retry, never an empty page', async () => {
    let answers = 0;
    const home = (): unknown => ((answers += 1) === 1 ? undefined : aHome({ open: [row({})] }));
    await drawRoom(aTestPage({ home }), <HomePage />);
    expect(screen.getByRole('alert').textContent).toContain('The retros did not load');
    expect(screen.queryByText('Your team’s first retro starts here')).toBeNull();
    await click('button', 'Try again');
    expect(screen.getByRole('heading', { name: 'Sprint 12' })).toBeTruthy();
  });

  test('the button on a retro says what this person would do there', async () => {
    const open = [
      row({ title: 'Mine' }),
      row({ title: 'Theirs', retroId: 'p10000.bbbbbbbbbbbb', facilitators: ['bob'], state: 'lobby' }),
      row({ title: 'Later', retroId: 'p10000.cccccccccccc', state: 'draft' }),
    ];
    await drawRoom(aTestPage({ home: () => aHome({ open }) }), <HomePage />);
    for (const name of ['Continue: Mine', 'Join: Theirs', 'Prepare: Later'])
      expect(screen.getByRole('link', { name })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Join: Theirs' }).getAttribute('href')).toBe(
      'https://team.example/retros/retro/p10000.bbbbbbbbbbbb',
    );
  });

  test('older retros come a page at a time, below the newer ones', async () => {
    const closed = { rows: [row({ title: 'Newer', state: 'closed' })], cursor: 'next' };
    const older = [row({ title: 'Older', retroId: 'p10000.dddddddddddd', state: 'closed' })];
    const page = aTestPage({
      home: () => aHome({ closed }),
      listClosed: ({ cursor }) => (cursor === 'next' ? { ok: true, rows: older, cursor: null } : undefined),
    });
    await drawRoom(page, <HomePage />);
    await click('button', 'Show older retros');
    const table = within(screen.getByRole('table'));
    expect(table.getAllByRole('link').map((link) => link.textContent)).toEqual(['Newer', 'Older']);
    expect(screen.queryByRole('button', { name: 'Show older retros' })).toBeNull();
  });

  test('who may not start a retro gets no button, but a sentence', async () => {
    const may = { start: false, changeTeam: false };
    await drawRoom(aTestPage({ home: () => aHome({ may }) }), <HomePage />);
    expect(screen.queryByRole('button', { name: 'Start a retro' })).toBeNull();
    expect(screen.getByText(/To start one, you need access/)).toBeTruthy();
  });
});

describe('starting', () => {
  test('two clicks start a retro with the team’s defaults', async () => {
    const created = { ok: true, retroId: 'p10000.eeeeeeeeeeee' };
    const page = aTestPage({ home: () => aHome(), createRetro: () => created });
    await drawRoom(page, <HomePage />);
    await click('button', 'Start a retro');
    await click('button', 'Start');
    expect(page.calls[1]).toEqual([
      'createRetro',
      expect.objectContaining({
        title: 'Retro, Nov 22',
        format: 'continue-stop-start',
        anonymity: 'anonymous',
        votes: { budget: 5, perTopic: 3 },
      }),
    ]);
    expect(page.address.current().path).toBe('/retro/p10000.eeeeeeeeeeee');
  });

  test('after an answer that was lost the same retro is asked for again, not a second one', async () => {
    let answers = 0;
    const createRetro = (): unknown =>
      (answers += 1) === 1 ? undefined : { ok: true, retroId: 'p10000.eeeeeeeeeeee' };
    const page = aTestPage({ home: () => aHome(), createRetro });
    await drawRoom(page, <HomePage />);
    await click('button', 'Start a retro');
    await click('button', 'Start');
    expect(screen.getByRole('dialog')).toBeTruthy();
    await click('button', 'Start');
    const ids = page.calls.filter(([name]) => name === 'createRetro').map(([, request]) => request['id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('more votes on a topic than a person has cannot be sent', async () => {
    const page = aTestPage({ home: () => aHome() });
    await drawRoom(page, <HomePage />);
    await click('button', 'Start a retro');
    fireEvent.change(screen.getByLabelText('At most on one topic'), { target: { value: '9' } });
    await click('button', 'Start');
    expect(screen.getByText('From 1 to the votes per person')).toBeTruthy();
    expect(page.calls.map(([name]) => name)).toEqual(['home']);
  });

  test('a draft is saved without leaving the page', async () => {
    const page = aTestPage({ home: () => aHome(), createRetro: () => ({ ok: true, retroId: 'p10000.eeeeeeeeeeee' }) });
    await drawRoom(page, <HomePage />);
    await click('button', 'Start a retro');
    await click('button', 'Save as draft');
    expect(page.calls[1]?.[1]).toMatchObject({ draft: true });
    expect(page.address.current().path).toBe('/');
    expect(screen.getByText('“Retro, Nov 22” is saved as a draft')).toBeTruthy();
  });
});

test('a discarded draft goes at once and comes back by undo', async () => {
  const page = aTestPage({
    home: () => aHome({ open: [row({ title: 'Later', state: 'draft' })] }),
    discardDraft: () => ({ ok: true }),
  });
  await drawRoom(page, <HomePage />);
  await click('button', 'Actions for Later');
  await click('menuitem', 'Discard draft');
  expect(screen.queryByRole('link', { name: 'Prepare: Later' })).toBeNull();
  await click('button', 'Undo');
  expect(page.calls.filter(([name]) => name === 'discardDraft').map(([, request]) => request['restore'])).toEqual([
    undefined,
    true,
  ]);
  expect(screen.getByRole('link', { name: 'Prepare: Later' })).toBeTruthy();
});
