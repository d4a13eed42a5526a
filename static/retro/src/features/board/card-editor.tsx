import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { PublicCard } from '#domain/present-retro';
import type { Refusal } from '#domain/refusal';
import { CARD_TEXT_MAX, acceptText } from '#domain/text';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Button } from '../../ui/button';
import { useDesk } from './desk';
import { sendAndSay } from './send-and-say';
import { TextCount } from './text-count';
import { useDraft } from './use-draft';

interface Props {
  card: PublicCard;
  onClose: () => void;
}

/** A card's text being changed in its place: Enter saves, Escape leaves it as it was. */
export function CardEditor({ card, onClose }: Props): ReactNode {
  const { session } = useDesk();
  const [text, setText] = useDraft(session.drafts, `edit/${card.id}`, card.text ?? '');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const area = input.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  const close = (): void => {
    setText('');
    onClose();
  };
  const save = (): void => {
    const accepted = acceptText(text, CARD_TEXT_MAX);
    if (!accepted.ok) return setRefusal(accepted.refusal);
    if (accepted.value !== card.text) {
      void sendAndSay(session, 'editCard', { card: card.id, text: accepted.value }, t('card.saved'));
    }
    close();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    save();
  };

  return (
    <div className="composer">
      <textarea
        ref={input}
        className="composer__input"
        rows={2}
        aria-label={t('card.editLabel')}
        aria-invalid={refusal ? true : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setRefusal(null);
        }}
        onKeyDown={keyDown}
      />
      <div role="alert">{refusal && <p className="composer__error">{refusalText(refusal)}</p>}</div>
      <div className="composer__foot">
        <TextCount text={text} />
        <span className="composer__end">
          <Button size="compact" appearance="subtle" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button size="compact" onClick={save}>
            {t('common.save')}
          </Button>
        </span>
      </div>
    </div>
  );
}
