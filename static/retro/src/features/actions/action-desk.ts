import { useMemo } from 'react';
import type { Outcome } from '#contract/api';
import { CONTRACT_VERSION } from '#contract/version';
import type { ActionState, PublicAction } from '#domain/action-item';
import { useSession, useView } from '../../session/use-view';
import { usePage } from '../shell/page';

/** What a person changes of an action item. */
export interface ActionEdit {
  text?: string;
  owner?: string | null;
  due?: string | null;
  state?: ActionState;
}

/** How a list of action items changes them: through a running retro, or by itself where there is none. */
export interface ActionDesk {
  mayChange: boolean;
  mayFile: boolean;
  change(action: PublicAction, edit: ActionEdit): Promise<Outcome>;
  /** Takes over an action item as a function answered it. */
  learn(action: PublicAction): void;
  /** Epoch milliseconds of the server. */
  now(): number;
}

/** The desk of a retro that is open on this page. */
export function useRetroActionDesk(): ActionDesk {
  const session = useSession();
  const mayChange = useView((view) => view.abilities.changeActions);
  const mayFile = useView((view) => view.abilities.fileIssues);
  return useMemo(
    () => ({
      mayChange,
      mayFile,
      change: (action, edit) => session.send('changeActionItem', { action: action.id, ...edit }),
      learn: (action) => session.learnAction(action),
      now: () => session.serverNow(),
    }),
    [session, mayChange, mayFile],
  );
}

/** The desk of a page without a running retro; `learn` gets every changed action item back. */
export function usePageActionDesk(learn: (action: PublicAction) => void): ActionDesk {
  const page = usePage();
  return useMemo(
    () => ({
      mayChange: true,
      mayFile: true,
      async change(action, edit) {
        const answer = await page.call('changeAction', { v: CONTRACT_VERSION, action: action.id, ...edit });
        if (answer.ok) learn(answer.action);
        return answer.ok ? { ok: true } : { ok: false, refusal: answer.refusal };
      },
      learn,
      now: () => page.now(),
    }),
    [page, learn],
  );
}
