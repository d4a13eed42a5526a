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
import { FilingFields } from './filing-fields';
import { blockingFields, filingValues } from './filing-values';
import type { FilingEntries, FilingFault } from './filing-values';
import type { Filing } from './use-filing';

interface Props {
  action: PublicAction;
  filing: Filing;
  participants: readonly string[];
}

/** What Jira wants to know before it creates the issue: type, place, required fields. */
export function FilingDialog({ action, filing, participants }: Props): ReactNode {
  const page = usePage();
  const [issueType, setIssueType] = useState('');
  const [placement, setPlacement] = useState<FilingForm['placement'] | null>(null);
  const [entries, setEntries] = useState<FilingEntries>({});
  const [faults, setFaults] = useState<Record<string, FilingFault>>({});
  const chosen = issueType === '' ? {} : { issueType };
  const read = useRead(`${action.id} ${issueType}`, () =>
    page.call('filingForm', { v: CONTRACT_VERSION, action: action.id, ...chosen }),
  );
  const form = read.value?.form ?? null;
  const blocked = form ? blockingFields(form.required) : [];

  const submit = (): void => {
    if (!form || blocked.length > 0) return;
    const values = filingValues(form.required, entries);
    setFaults(values.ok ? {} : values.faults);
    if (!values.ok) return;
    const { fields } = values;
    void filing.file({ issueType: form.issueType, placement: placement ?? form.placement, fields });
  };

  return (
    <Dialog
      title={t('filing.title')}
      onClose={filing.closeForm}
      onSubmit={submit}
      footer={
        <>
          <Button appearance="subtle" onClick={filing.closeForm}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" appearance="primary" busy={filing.busy} disabled={!form || blocked.length > 0}>
            {t('filing.create')}
          </Button>
        </>
      }
    >
      <p className="filing__action">{action.text}</p>
      {!form && read.refusal && <ErrorState reason={refusalText(read.refusal)} onRetry={read.again} busy={read.busy} />}
      {!form && !read.refusal && <FormSkeleton />}
      {form && (
        <>
          <FilingFields
            form={form}
            entries={entries}
            faults={faults}
            refusal={filing.refusal}
            participants={participants}
            placement={placement ?? form.placement}
            onEntry={(id, entry) => setEntries({ ...entries, [id]: entry })}
            onIssueType={setIssueType}
            onPlacement={setPlacement}
          />
          {blocked.length > 0 && <Blocked names={blocked.map((field) => field.name)} text={action.text} />}
        </>
      )}
    </Dialog>
  );
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
