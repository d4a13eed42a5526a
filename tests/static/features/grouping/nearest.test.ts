import type { Topic } from '../../../../src/domain/board';
import { nearestTopics } from '../../../../static/retro/src/features/grouping/nearest';

const topic = (id: string, ...texts: (string | null)[]): Topic => ({
  id,
  column: 'stop',
  group: texts.length > 1 ? `g-${id}` : null,
  title: texts[0] ?? '',
  cards: texts.map((text, i) => ({ kind: 'card', id: `${id}${i}`, column: 'stop', text, order: i })),
  votes: 0,
});
const ids = (topics: readonly Topic[]): string[] => topics.map((entry) => entry.id);

describe('topics to group with', () => {
  const board = [
    topic('lunch', 'The canteen is closed on Mondays'),
    topic('deploy', 'Deployments are slow'),
    topic('demo', 'Keep the demo short'),
    topic('pipe', 'The pipeline takes 40 minutes', 'Every deploy fails once'),
  ];

  test('the nearest text comes first, also by a card inside a group', () => {
    expect(ids(nearestTopics('Deploying takes for ever, deploys fail', board, '')).slice(0, 2)).toEqual([
      'pipe',
      'deploy',
    ]);
  });

  test('what has nothing in common stays in the order of the board', () => {
    expect(ids(nearestTopics('Ξένος', board, ''))).toEqual(['lunch', 'deploy', 'demo', 'pipe']);
  });

  test('typing keeps those that hold every word, in any case and order', () => {
    expect(ids(nearestTopics('x', board, 'MINUTES pipeline'))).toEqual(['pipe']);
    expect(ids(nearestTopics('x', board, 'nobody wrote this'))).toEqual([]);
  });

  test('texts without spaces are compared as well', () => {
    const japanese = [topic('a', '会議が多すぎる'), topic('b', 'デプロイが遅い')];
    expect(ids(nearestTopics('デプロイに時間がかかる', japanese, ''))).toEqual(['b', 'a']);
  });

  test('a card that lies face down is never offered', () => {
    expect(ids(nearestTopics('x', [topic('hidden', null), ...board], ''))).not.toContain('hidden');
  });
});
