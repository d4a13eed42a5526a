import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FilingForm } from '#contract/api';
import { CONTRACT_VERSION } from '#contract/version';
import type { PublicAction } from '#domain/action-item';
import { LOCALE, t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { copyText } from '../shell/copy';
import { usePage } from '../shell/page';
import { useRead } from '../shell/use-read';
import type { Read } from '../shell/use-read';
import { FilingFields } from './filing-fields';
import type { Filing } from './use-filing';
import { useFilingEntry } from './use-filing-entry';

interface Props {
  action: PublicAction;
  filing: Filing;
  participants: readonly string[];
}

/** What Jira wants to know before it creates the issue: type, place, required fields. */
export function FilingDialog({ action, filing, participants }: Props): ReactNode {
  const page = usePage();
  const [issueType, setIssueType] = useState('');
  const chosen = issueType === '' ? {} : { issueType };
  const read = useRead(`${action.id} ${issueType}`, () =>
    page.call('filingForm', { v: CONTRACT_VERSION, action: action.id, ...chosen }),
  );
  const form = read.value?.form ?? null;
  const entry = useFilingEntry(form, filing);

  return (
    <Dialog
      title={t('filing.title')}
      onClose={filing.closeForm}
      onSubmit={entry.submit}
      footer={
        <>
          <Button appearance="subtle" onClick={filing.closeForm}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" appearance="primary" busy={filing.busy} disabled={!entry.sendable}>
            {t('filing.create')}
          </Button>
        </>
      }
    >
      <p className="filing__action">{action.text}</p>
      {form ? (
        <>
          <FilingFields
            form={form}
            entry={entry}
            refusal={filing.refusal}
            participants={participants}
            onIssueType={setIssueType}
          />
          {entry.blocked.length > 0 && <Blocked names={entry.blocked.map((field) => field.name)} text={action.text} />}
        </>
      ) : (
        <NoForm read={read} />
      )}
    </Dialog>
  );
}

/** The form on its way, or why it did not come. */
function NoForm({ read }: { read: Read<{ form: FilingForm }> }): ReactNode {
  if (read.refusal) return <ErrorState reason={refusalText(read.refusal)} onRetry={read.again} busy={read.busy} />;
  return <FormSkeleton />;
}

function FormSkeleton(): ReactNode {
  return (
    <Loading label={t('filing.loading')}>
      <Skeleton height="2rem" />
      <Skeleton height="2rem" />
    </Loading>
  );
}

/** Fields of kinds this form cannot show: says which, and the way round them. */
function Blocked({ names, text }: { names: string[]; text: string }): ReactNode {
  const { siteUrl } = usePage();
  const fields = new Intl.ListFormat(LOCALE).format(names);
  return (
    <Banner
      tone="warning"
      actions={
        <>
          <Button onClick={() => void copyText(text, t('common.copied'))}>{t('filing.copyText')}</Button>
          <a className="button button--default" href={siteUrl} target="_blank" rel="noreferrer">
            {t('filing.inJira')}
          </a>
        </>
      }
    >
      <p>{t('filing.blocked', { count: names.length, fields })}</p>
    </Banner>
  );
}
