import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { Checkbox } from '../../ui/checkbox';
import { Icon } from '../../ui/icon';
import { useDesk } from './desk';

interface Props {
  id: string;
  /** Somebody writes: say it in full. */
  open: boolean;
  revealed: boolean;
  children: ReactNode;
}

/** Always at the input: whether the card will bear a name, what that means, and the choice where there is one. */
export function ComposerMode({ id, open, revealed, children }: Props): ReactNode {
  const { anonymity, sign, setSign } = useDesk();
  const choice = anonymity === 'author-decides';
  const signed = choice ? sign : anonymity === 'named';
  return (
    <>
      <div className="composer__foot">
        <p className="composer__mode">
          <Icon name={signed ? 'person' : 'mask'} size={16} />
          {signed ? t('composer.signed') : t('composer.anonymous')}
        </p>
        {children}
      </div>
      {open && choice && <Checkbox label={t('composer.sign')} checked={sign} onChecked={setSign} />}
      <p id={id} className={open ? 'composer__long' : 'visually-hidden'}>
        {signed ? t('composer.signedLong') : t('composer.anonymousLong')} {revealed && t('composer.revealed')}{' '}
        <span className="composer__keys">{t('composer.keys')}</span>
      </p>
    </>
  );
}
