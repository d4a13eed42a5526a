import { filingStage, untilAgain } from '../../../../static/retro/src/features/actions/filing-state';

const MINUTE = 60_000;
const calling = { issue: null, filing: { state: 'calling' as const, since: 0 } };
const checking = { issue: null, filing: { state: 'checking' as const, since: 0 } };

describe('the way of an action item to Jira', () => {
  test.each([
    ['nothing has happened', { issue: null, filing: null }, 0, 'none'],
    ['Jira is being asked', calling, 5_000, 'calling'],
    ['a call that never answered is being checked', calling, 2 * MINUTE, 'checking'],
    ['its outcome is unknown', checking, 9 * MINUTE, 'checking'],
    ['ten minutes without a find', checking, 10 * MINUTE, 'again'],
    ['the issue is there', { issue: { id: '1', key: 'A-1' }, filing: null }, 0, 'filed'],
    ['the issue was deleted', { issue: { id: '1', key: 'A-1', gone: true as const }, filing: null }, 0, 'gone'],
  ])('%s', (_what, action, now, stage) => {
    expect(filingStage(action, now)).toBe(stage);
  });

  test('says how long until it may be created again', () => {
    expect(untilAgain(checking, 4 * MINUTE)).toBe(6 * MINUTE);
    expect(untilAgain(checking, 20 * MINUTE)).toBe(0);
    expect(untilAgain({ issue: null, filing: null }, 0)).toBeNull();
  });
});
