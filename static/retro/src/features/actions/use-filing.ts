import { useEffect, useRef, useState } from 'react';
import type { FileIssueRequest } from '#contract/api';
import { CONTRACT_VERSION } from '#contract/version';
import type { PublicAction } from '#domain/action-item';
import type { Refusal } from '#domain/refusal';
import { t } from '../../i18n/t';
import { announce } from '../../ui/live-region';
import { usePage } from '../shell/page';
import type { ActionDesk } from './action-desk';
import type { FilingStage } from './filing-state';
import { filingStage, untilAgain } from './filing-state';

export type FilingChoice = Pick<FileIssueRequest, 'issueType' | 'placement' | 'fields'>;

export interface Filing {
  stage: FilingStage;
  /** This page's own request is under way. */
  busy: boolean;
  refusal: Refusal | null;
  /** Jira asks for more: the form is to be shown. */
  asksFields: boolean;
  file(choice?: FilingChoice): Promise<void>;
  closeForm(): void;
  openForm(): void;
}

/** Filing one action item as a Jira issue: one request at a time, and the way from click to key. */
export function useFiling(action: PublicAction, desk: ActionDesk): Filing {
  const page = usePage();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asksFields, setAsksFields] = useState(false);
  const under = useRef(false);
  const stage = useStage(action, desk);

  const file = async (choice: FilingChoice = {}): Promise<void> => {
    // State is a frame late for a double click.
    if (under.current) return;
    under.current = true;
    setBusy(true);
    setRefusal(null);
    const again = stage === 'again' ? { again: true as const } : {};
    const answer = await page.call('fileIssue', { v: CONTRACT_VERSION, action: action.id, ...choice, ...again });
    under.current = false;
    setBusy(false);
    if (answer.ok) {
      setAsksFields(false);
      desk.learn(answer.action);
      if (answer.action.issue) announce(t('filing.created', { key: answer.action.issue.key }));
      return;
    }
    setRefusal(answer.refusal);
    if (answer.refusal.code === 'jira/fields') setAsksFields(true);
    else if (answer.refusal.code === 'jira/unknown-outcome') setAsksFields(false);
  };

  useChecks(action, desk, stage, busy);
  const pending = stage === 'calling' || stage === 'checking' || stage === 'filed';
  return {
    stage,
    busy,
    refusal: pending ? null : refusal,
    asksFields: asksFields && !pending,
    file,
    closeForm: () => setAsksFields(false),
    openForm: () => {
      setRefusal(null);
      setAsksFields(true);
    },
  };
}

const TICK_MS = 1000;

/** The stage, also as time passes. */
function useStage(action: PublicAction, desk: ActionDesk): FilingStage {
  const [, tick] = useState(0);
  const stage = filingStage(action, desk.now());
  const pending = stage === 'calling' || stage === 'checking';
  useEffect(() => {
    if (!pending) return;
    const wait = Math.min(untilAgain(action, desk.now()) ?? TICK_MS, 20 * TICK_MS) + TICK_MS;
    const timer = setInterval(() => tick((n) => n + 1), wait);
    return () => clearInterval(timer);
  }, [pending, action, desk]);
  return stage;
}

const FIRST_CHECK_MS = 4_000;
const LAST_CHECK_MS = 60_000;

/** While nobody knows whether Jira created the issue, the server is asked to look, at growing distances. */
function useChecks(action: PublicAction, desk: ActionDesk, stage: FilingStage, busy: boolean): void {
  const page = usePage();
  const latest = useRef(desk);
  latest.current = desk;
  const checks = (stage === 'checking' || stage === 'calling') && !busy && desk.mayFile;
  useEffect(() => {
    if (!checks) return;
    let wait = FIRST_CHECK_MS;
    let timer: ReturnType<typeof setTimeout>;
    const check = async (): Promise<void> => {
      const answer = await page.call('checkFiling', { v: CONTRACT_VERSION, action: action.id });
      if (answer.ok) latest.current.learn(answer.action);
      wait = Math.min(LAST_CHECK_MS, wait * 1.8);
      timer = setTimeout(() => void check(), wait);
    };
    timer = setTimeout(() => void check(), wait);
    return () => clearTimeout(timer);
  }, [checks, page, action.id]);
}
