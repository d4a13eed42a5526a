import { useState } from 'react';
import type { ReactNode } from 'react';
import { nameOr } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { showFlag } from '../../ui/flags';
import { OptionCards } from '../../ui/option-cards';
import { sayRefusal } from './say-refusal';
import { useParticipants } from './use-participants';
import { usePeople } from './use-people';

/** Gives facilitation to somebody else, or shares it. */
export function HandOverDialog({ onClose }: { onClose: () => void }): ReactNode {
  const session = useSession();
  const facilitators = useView((view) => view.head.facilitators);
  const candidates = usePeople(useParticipants().filter((id) => !facilitators.includes(id)));
  const [to, setTo] = useState('');
  const [keep, setKeep] = useState(false);
  const chosen = candidates.find((person) => person.accountId === to) ?? candidates[0];

  const handOver = async (): Promise<void> => {
    if (!chosen) return;
    onClose();
    const outcome = await session.send('handOver', { to: chosen.accountId, keep });
    if (outcome.ok) showFlag({ title: t('lead.handedOver', { name: nameOr(chosen.name) }) });
    else sayRefusal(outcome.refusal);
  };

  return (
    <Dialog
      title={t('lead.handOver')}
      size="small"
      onClose={onClose}
      onSubmit={() => void handOver()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button appearance="primary" type="submit" disabled={!chosen}>
            {t('lead.handOverDo')}
          </Button>
        </>
      }
    >
      {!chosen && <p>{t('lead.handOverNobody')}</p>}
      {chosen && (
        <div className="form">
          <p className="form__intro">{t('lead.handOverHint')}</p>
          <OptionCards
            label={t('lead.handOverTo')}
            value={chosen.accountId}
            onValue={setTo}
            options={candidates.map((person) => ({
              value: person.accountId,
              label: nameOr(person.name),
              before: <Avatar person={person} size="small" beside />,
            }))}
          />
          <Checkbox label={t('lead.handOverKeep')} checked={keep} onChecked={setKeep} />
        </div>
      )}
    </Dialog>
  );
}
