import { useState } from 'react';
import type { FilingField, FilingForm } from '#contract/api';
import { blockingFields, filingValues } from './filing-values';
import type { FilingEntries, FilingFault } from './filing-values';
import type { Filing } from './use-filing';

/** What a person has put into the form of an issue, and its way out. */
export interface FilingEntry {
  entries: FilingEntries;
  faults: Readonly<Record<string, FilingFault>>;
  placement: FilingForm['placement'];
  /** Fields that cannot be filled here. */
  blocked: readonly FilingField[];
  sendable: boolean;
  enter(field: string, value: string | string[]): void;
  place(placement: FilingForm['placement']): void;
  submit(): void;
}

/** Holds the entries of the form; they stay when another issue type asks for other fields. */
export function useFilingEntry(form: FilingForm | null, filing: Filing): FilingEntry {
  const [entries, setEntries] = useState<FilingEntries>({});
  const [faults, setFaults] = useState<Readonly<Record<string, FilingFault>>>({});
  const [placed, place] = useState<FilingForm['placement'] | null>(null);
  const blocked = form ? blockingFields(form.required) : [];
  const sendable = form !== null && blocked.length === 0;
  const placement = placed ?? form?.placement ?? 'backlog';

  return {
    entries,
    faults,
    placement,
    blocked,
    sendable,
    place,
    enter(field, value) {
      setEntries((before) => ({ ...before, [field]: value }));
      setFaults(({ [field]: _mended, ...others }) => others);
    },
    submit() {
      if (!form || !sendable) return;
      const values = filingValues(form.required, entries);
      setFaults(values.ok ? {} : values.faults);
      if (values.ok) void filing.file({ issueType: form.issueType, placement, fields: values.fields });
    },
  };
}
