import type { ReactNode } from 'react';
import type { FilingField } from '#contract/api';
import { t } from '../../i18n/t';
import { Checkbox } from '../../ui/checkbox';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import { OwnerField } from './owner-field';
import type { FilingEntries } from './filing-values';

interface Props {
  field: FilingField;
  entry: FilingEntries[string] | undefined;
  error: string | null;
  participants: readonly string[];
  onEntry: (entry: string | string[]) => void;
}

const textOf = (entry: Props['entry']): string => (typeof entry === 'string' ? entry : '');
const chosenOf = (entry: Props['entry']): readonly string[] => (typeof entry === 'string' ? [] : (entry ?? []));

/** The input that fits a field of Jira's create screen. */
export function FilingInput({ field, entry, error, participants, onEntry }: Props): ReactNode {
  const text = textOf(entry);
  const common = { label: field.name, error, required: true };
  switch (field.type) {
    case 'option':
      return (
        <Select
          {...common}
          value={text}
          options={[
            { value: '', label: t('filing.choose'), disabled: true },
            ...field.options.map((option) => ({ value: option.id, label: option.name })),
          ]}
          onValue={onEntry}
        />
      );
    case 'options':
      return <Options field={field} chosen={chosenOf(entry)} error={error} onEntry={onEntry} />;
    case 'user':
      return <OwnerField {...common} owner={text || null} first={participants} onOwner={(id) => onEntry(id ?? '')} />;
    case 'text':
      return <TextArea {...common} value={text} onValue={onEntry} />;
    case 'date':
    case 'number':
    case 'string':
      return <TextField {...common} {...KEYBOARD[field.type]} value={text} onValue={onEntry} />;
    case 'unknown':
      return null;
  }
}

const KEYBOARD = { date: { type: 'date' }, number: { inputMode: 'decimal' }, string: {} } as const;

interface OptionsProps {
  field: FilingField;
  chosen: readonly string[];
  error: string | null;
  onEntry: (entry: string[]) => void;
}

/** Several of a field's options. */
function Options({ field, chosen, error, onEntry }: OptionsProps): ReactNode {
  const toggle = (id: string, on: boolean): void => onEntry(on ? [...chosen, id] : chosen.filter((c) => c !== id));
  return (
    <fieldset className="field filing__options">
      <legend className="field__label">{field.name}</legend>
      {field.options.map((option) => (
        <Checkbox
          key={option.id}
          label={option.name}
          checked={chosen.includes(option.id)}
          onChecked={(on) => toggle(option.id, on)}
        />
      ))}
      <div role="alert" className={error ? 'field__error' : undefined}>
        {error}
      </div>
    </fieldset>
  );
}
