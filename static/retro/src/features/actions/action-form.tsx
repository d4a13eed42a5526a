import './actions.css';
import { useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { isDay } from '#domain/action-item';
import type { Refusal } from '#domain/refusal';
import { ACTION_TEXT_MAX, acceptLine } from '#domain/text';
import { todayOf } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import { OwnerField } from './owner-field';

export interface ActionEntry {
  text: string;
  owner: string | null;
  due: string | null;
}

interface Props {
  initial?: ActionEntry;
  /** Suggested as owners. */
  participants: readonly string[];
  submitLabel: string;
  /** Answers null when it was accepted: then the form is empty again. */
  onSubmit: (entry: ActionEntry) => Promise<Refusal | null>;
  onCancel: () => void;
  /** Epoch milliseconds; a due date before today cannot be picked. */
  now: number;
}

const BLANK: ActionEntry = { text: '', owner: null, due: null };

/** What will be done, by whom, until when. A refused entry stays as it was typed. */
export function ActionForm({ initial = BLANK, participants, submitLabel, onSubmit, onCancel, now }: Props): ReactNode {
  const [text, setText] = useState(initial.text);
  const [owner, setOwner] = useState(initial.owner);
  const [due, setDue] = useState(initial.due ?? '');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const accepted = acceptLine(text, ACTION_TEXT_MAX);
    if (!accepted.ok) return setRefusal(accepted.refusal);
    if (due !== '' && !isDay(due)) return setRefusal({ code: 'action/bad-date' });
    setBusy(true);
    const refused = await onSubmit({ text: accepted.value, owner, due: due === '' ? null : due });
    setBusy(false);
    setRefusal(refused);
    if (refused) return;
    setText(BLANK.text);
    setOwner(BLANK.owner);
    setDue('');
    form.current?.querySelector('textarea')?.focus();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  const dateRefused = refusal?.code === 'action/bad-date';

  return (
    <form ref={form} className="action-form" noValidate onSubmit={(event) => void submit(event)}>
      <TextArea
        label={t('action.text')}
        rows={1}
        value={text}
        error={refusal && !dateRefused ? refusalText(refusal) : null}
        onValue={(next) => {
          setText(next);
          setRefusal(null);
        }}
        onKeyDown={keyDown}
        autoFocus
      />
      <div className="action-form__line">
        <OwnerField owner={owner} onOwner={setOwner} first={participants} />
        <TextField
          label={t('action.due')}
          type="date"
          min={todayOf(now)}
          max="2099-12-31"
          value={due}
          error={dateRefused ? refusalText(refusal) : null}
          onValue={setDue}
        />
      </div>
      <div className="action-form__end">
        <Button appearance="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" busy={busy} disabled={text.trim() === ''}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
