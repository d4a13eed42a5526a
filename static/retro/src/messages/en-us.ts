/**
 * Every text of the page in American English, one section file a feature. It names the keys; what the page loads are the
 * sections: those of `i18n/t.ts` at once, the others with the files that import them.
 */
import { actions } from './en-us/actions';
import { board } from './en-us/board';
import { common } from './en-us/common';
import { home } from './en-us/home';
import { lobby } from './en-us/lobby';
import { refusals } from './en-us/refusals';
import { session } from './en-us/session';
import { shell } from './en-us/shell';
import { summary } from './en-us/summary';
import { team } from './en-us/team';

export const enUs = {
  ...actions,
  ...board,
  ...common,
  ...home,
  ...lobby,
  ...refusals,
  ...session,
  ...shell,
  ...summary,
  ...team,
} as const;
