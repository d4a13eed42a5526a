import { act, fireEvent, screen } from '@testing-library/react';
import type { PublicAction } from '../../../../src/domain/action-item';
import type { Page } from '../../../../static/retro/src/features/shell/page';
import type { Client, LiveWorld } from '../../../support/live-world';
import { atTheBoard, drawBoard, moveTo, pass } from '../room';

type Call = { name: string; request: Record<string, unknown> };

/** A page whose functions answer by name, and what they were asked. */
function answering(answers: Record<string, (request: Record<string, unknown>) => unknown>): {
  call: Page['call'];
  asked: Call[];
} {
  const asked: Call[] = [];
  const call = async (name: string, request: Record<string, unknown>): Promise<unknown> => {
    asked.push({ name, request });
    return answers[name]?.(request) ?? { ok: false, refusal: { code: 'storage/unavailable' } };
  };
  return { call: call as unknown as Page['call'], asked };
}

const form = {
  issueTypes: [{ id: '10001', name: 'Task' }],
  issueType: '10001',
  required: [{ id: 'customfield_1', name: 'Impact', type: 'option', options: [{ id: '7', name: 'High' }] }],
  sprint: null,
  placement: 'backlog',
  labels: [],
};

/** The discussion of one topic with one action item, on the facilitator's page. */
async function withAction(
  call: Page['call'],
): Promise<{ live: LiveWorld; client: Client; stored: () => PublicAction }> {
  const { live, people } = await atTheBoard('ann');
  const [ann] = people as [Client];
  void ann.session.send('addCard', { column: 'stop', text: 'Slow deploys' });
  void ann.session.send('revealCards', { columns: ['continue', 'stop', 'start'] });
  await moveTo(live, people, 'discuss');
  await live.time.pass(2000);
  drawBoard(ann, { call });
  fireEvent.click(await screen.findByRole('button', { name: 'Discuss the first topic' }, { timeout: 10_000 }));
  await pass(live, 1000);
  fireEvent.click(screen.getByRole('button', { name: 'Add action item' }));
  fireEvent.change(screen.getByLabelText('What will be done?'), { target: { value: 'Cache the build' } });
  fireEvent.submit(screen.getByLabelText('What will be done?'));
  await pass(live, 2000);
  return { live, client: ann, stored: () => Object.values(ann.session.view().actions)[0] as PublicAction };
}

const settled = (): Promise<void> => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

describe('action items', () => {
  test('an action item of a topic names the topic it came from', async () => {
    const { stored } = await withAction(answering({}).call);
    expect(stored()).toMatchObject({ text: 'Cache the build', topicTitle: 'Slow deploys', state: 'open' });
    expect(screen.getByText('Cache the build')).toBeTruthy();
  });

  test('an empty one is not accepted, and the form keeps what was typed', async () => {
    await withAction(answering({}).call);
    const text = screen.getByLabelText<HTMLTextAreaElement>('What will be done?');
    fireEvent.change(text, { target: { value: 'y'.repeat(241) } });
    fireEvent.submit(text);
    expect(text.value).toHaveLength(241);
    expect(screen.getByText(/This is too long/)).toBeTruthy();
  });

  test('a double click asks Jira once', async () => {
    const { call, asked } = answering({ fileIssue: () => new Promise(() => undefined) });
    await withAction(call);
    const create = screen.getByRole('button', { name: 'Create Jira issue' });
    fireEvent.click(create);
    fireEvent.click(create);
    await settled();
    expect(asked.filter((entry) => entry.name === 'fileIssue')).toHaveLength(1);
  });

  test('the issue’s key stands where the button was', async () => {
    const world: { stored?: () => PublicAction } = {};
    const { call } = answering({
      fileIssue: () => ({ ok: true, action: { ...world.stored?.(), issue: { id: '9', key: 'SUN-9' } } }),
    });
    Object.assign(world, await withAction(call));
    fireEvent.click(screen.getByRole('button', { name: 'Create Jira issue' }));
    await settled();
    expect(screen.getByRole('link', { name: /SUN-9/ }).getAttribute('href')).toBe('https://team.example/browse/SUN-9');
    expect(screen.queryByRole('button', { name: 'Create Jira issue' })).toBeNull();
  });

  test('required fields are asked for; what Jira says stands at the field', async () => {
    const refusal = { code: 'jira/fields', details: { customfield_1: 'Impact is required.' } };
    const { call, asked } = answering({
      fileIssue: () => ({ ok: false, refusal }),
      filingForm: () => ({ ok: true, form }),
    });
    await withAction(call);
    fireEvent.click(screen.getByRole('button', { name: 'Create Jira issue' }));
    await settled();
    const field = screen.getByLabelText<HTMLSelectElement>(/Impact/);
    expect(screen.getByText('Impact is required.')).toBeTruthy();
    fireEvent.submit(field);
    expect(screen.getByText('Jira needs this.')).toBeTruthy();
    fireEvent.change(field, { target: { value: '7' } });
    fireEvent.submit(field);
    await settled();
    expect(asked[asked.length - 1]).toMatchObject({
      name: 'fileIssue',
      request: { issueType: '10001', placement: 'backlog', fields: { customfield_1: '7' } },
    });
  });

  test('a field that cannot be filled here is named, and nothing is sent', async () => {
    const required = [{ id: 'customfield_2', name: 'Asset', type: 'unknown', options: [] }];
    const refusal = { code: 'jira/fields', details: {} };
    const { call, asked } = answering({
      fileIssue: () => ({ ok: false, refusal }),
      filingForm: () => ({ ok: true, form: { ...form, required } }),
    });
    await withAction(call);
    fireEvent.click(screen.getByRole('button', { name: 'Create Jira issue' }));
    await settled();
    expect(screen.getByText(/cannot be filled here: Asset/)).toBeTruthy();
    fireEvent.submit(screen.getByLabelText('Issue type'));
    await settled();
    expect(asked.filter((entry) => entry.name === 'fileIssue')).toHaveLength(1);
  });

  test('while nobody knows whether Jira created it there is no button', async () => {
    const world: { stored?: () => PublicAction; client?: Client } = {};
    const { call } = answering({
      fileIssue: () => ({
        ok: true,
        action: { ...world.stored?.(), filing: { state: 'checking', since: world.client?.session.serverNow() } },
      }),
    });
    Object.assign(world, await withAction(call));
    fireEvent.click(screen.getByRole('button', { name: 'Create Jira issue' }));
    await settled();
    expect(screen.getByText('Checking with Jira whether it was created…')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Create/ })).toBeNull();
  });

  test('dropping one can be undone', async () => {
    const { live, stored } = await withAction(answering({}).call);
    fireEvent.click(screen.getByRole('button', { name: 'Actions for “Cache the build”' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Drop' }));
    await pass(live, 1000);
    expect(stored().state).toBe('dropped');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await pass(live, 1000);
    expect(stored().state).toBe('open');
  });
});
