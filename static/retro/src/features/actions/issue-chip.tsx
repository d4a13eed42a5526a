import type { ReactNode } from 'react';
import type { IssueLink } from '#domain/action-item';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/icon';
import { Lozenge } from '../../ui/lozenge';
import type { LozengeTone } from '../../ui/lozenge';
import { usePage } from '../shell/page';
import { useIssueStatus } from './issue-status';
import type { IssueStatus } from './issue-status';

const TONE: Record<IssueStatus['category'], LozengeTone> = {
  new: 'neutral',
  indeterminate: 'information',
  done: 'success',
};

/** The Jira issue of an action item: its key, and its status as Jira has it now. */
export function IssueChip({ issue }: { issue: IssueLink }): ReactNode {
  const { siteUrl } = usePage();
  const status = useIssueStatus(issue.gone ? null : issue.key);
  if (issue.gone) {
    return (
      <span className="issue-chip" data-gone="">
        <Icon name="issue" size={12} />
        {t('filing.gone', { key: issue.key })}
      </span>
    );
  }
  return (
    <a
      className="issue-chip"
      href={`${siteUrl}/browse/${encodeURIComponent(issue.key)}`}
      target="_blank"
      rel="noreferrer"
      aria-label={
        status ? t('filing.status', { key: issue.key, status: status.status }) : t('filing.open', { key: issue.key })
      }
    >
      <Icon name="issue" size={12} />
      {issue.key}
      {status && <Lozenge tone={TONE[status.category]}>{status.status}</Lozenge>}
    </a>
  );
}
