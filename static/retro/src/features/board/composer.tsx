import './composer.css';
import { memo, useId, useRef, useState } from 'react';
import type { FocusEvent, FormEvent, KeyboardEvent, ReactNode } from 'react';
import type { Column } from '#domain/column';
import type { Refusal } from '#domain/refusal';
import { CARD_TEXT_MAX, acceptText } from '#domain/text';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { announce } from '../../ui/live-region';
import { afterPress } from './after-press';
import { ComposerMode } from './composer-mode';
import { useDesk } from './desk';
import { TextCount } from './text-count';
import { useDraft } from './use-draft';

interface Props {
  column: Column;
  revealed: boolean;
}

/** Where cards of a column are written. What cannot be accepted stays in the input, with the reason below it. */
export const Composer = memo(function Composer({ column, revealed }: Props): ReactNode {
  const { session, anonymity, sign, added } = useDesk();
  const [text, setText] = useDraft(session.drafts, `card/${column.id}`);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [awake, setAwake] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const change = (next: string): void => {
    setText(next);
    setRefusal(null);
  };
  const add = (): void => {
    const accepted = acceptText(text, CARD_TEXT_MAX);
    if (!accepted.ok) {
      if (accepted.refusal.code !== 'text/empty') setRefusal(accepted.refusal);
      return;
    }
    const card = session.newItemId();
    added.push(card);
    const signed = anonymity === 'author-decides' ? { signed: sign } : {};
    void session.send('addCard', { column: column.id, text: accepted.value, ...signed }, card);
    change('');
    announce(t('composer.added', { column: column.name }));
    input.current?.focus();
  };
  const keyDown = (event: KeyboardEvent): void => {
    // Enter that ends an input method's word is not ours.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add();
  };
  const leave = ({ currentTarget: form, relatedTarget }: FocusEvent<HTMLFormElement>): void => {
    if (!form.contains(relatedTarget)) afterPress(() => setAwake(form.contains(document.activeElement)));
  };
  const open = awake || text !== '';

  return (
    <form className="composer" onSubmit={submit} onFocus={() => setAwake(true)} onBlur={leave}>
      <textarea
        ref={input}
        className="composer__input"
        rows={1}
        aria-label={t('composer.label', { column: column.name })}
        aria-describedby={`${id}-mode ${id}-error`}
        aria-invalid={refusal ? true : undefined}
        placeholder={t('composer.placeholder')}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={keyDown}
      />
      <div id={`${id}-error`} role="alert">
        {refusal && (
          <p className="composer__error">
            <Icon name="error" /> {refusalText(refusal)}
          </p>
        )}
      </div>
      <ComposerMode id={`${id}-mode`} open={open} revealed={revealed}>
        {open && (
          <span className="composer__end">
            <TextCount text={text} />
            <Button type="submit" size="compact" disabled={text.trim() === ''}>
              {t('composer.add')}
            </Button>
          </span>
        )}
      </ComposerMode>
    </form>
  );
});
