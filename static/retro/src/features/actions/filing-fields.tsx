import type { ReactNode } from 'react';
import type { FilingForm } from '#contract/api';
import type { Refusal } from '#domain/refusal';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Banner } from '../../ui/banner';
import { Select } from '../../ui/select';
import { FilingInput } from './filing-input';
import type { FilingEntry } from './use-filing-entry';

interface Props {
  form: FilingForm;
  entry: FilingEntry;
  /** What Jira said of the last attempt; `details` by field id stand at their fields. */
  refusal: Refusal | null;
  participants: readonly string[];
  onIssueType: (id: string) => void;
}

const FAULT = { missing: 'filing.missing', number: 'filing.number', date: 'filing.date' } as const;

/** Issue type, place and the required fields; every complaint stands at its field, the others above. */
export function FilingFields(props: Props): ReactNode {
  const { form, entry, refusal, participants, onIssueType } = props;
  const known = form.required.filter((field) => field.type !== 'unknown');
  const details = refusal?.details ?? {};
  const elsewhere = Object.entries(details).filter(([id]) => !known.some((field) => field.id === id));
  const told = refusal !== null && refusal.code !== 'jira/fields';

  return (
    <div className="filing__fields">
      {(told || elsewhere.length > 0) && refusal && (
        <Banner tone="danger" title={refusalText(refusal)}>
          {elsewhere.map(([id, sentence]) => (
            <p key={id}>{sentence}</p>
          ))}
        </Banner>
      )}
      <Select
        label={t('filing.type')}
        value={form.issueType}
        options={form.issueTypes.map((type) => ({ value: type.id, label: type.name }))}
        onValue={onIssueType}
      />
      {form.sprint && (
        <Select
          label={t('filing.place')}
          value={entry.placement}
          options={[
            { value: 'sprint', label: t('filing.placeSprint', { name: form.sprint.name }) },
            { value: 'backlog', label: t('filing.placeBacklog') },
          ]}
          onValue={(value) => entry.place(value === 'sprint' ? 'sprint' : 'backlog')}
        />
      )}
      {known.length > 0 && <p className="filing__intro">{t('filing.intro')}</p>}
      {known.map((field) => {
        const fault = entry.faults[field.id];
        return (
          <FilingInput
            key={field.id}
            field={field}
            entry={entry.entries[field.id]}
            error={fault ? t(FAULT[fault]) : (details[field.id] ?? null)}
            participants={participants}
            onEntry={(value) => entry.enter(field.id, value)}
          />
        );
      })}
    </div>
  );
}
