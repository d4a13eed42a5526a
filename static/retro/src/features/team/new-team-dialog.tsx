import '../../messages/en-us/team';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { CONTRACT_VERSION } from '#contract/version';
import type { Refusal } from '#domain/refusal';
import { TEAM_NAME_MAX } from '#domain/team';
import { acceptLine } from '#domain/text';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { showFlag } from '../../ui/flags';
import { TextField } from '../../ui/text-field';
import { useGo } from '../shell/navigation';
import { usePage } from '../shell/page';

/** Another team in this project, with its own retros and action items. */
export function NewTeamDialog({ onClose }: { onClose: () => void }): ReactNode {
  const page = usePage();
  const go = useGo();
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useRef(`t${page.newId()}`);

  const create = async (): Promise<void> => {
    const accepted = acceptLine(name, TEAM_NAME_MAX);
    if (!accepted.ok) return setRefusal(accepted.refusal);
    if (busy) return;
    setBusy(true);
    const answer = await page.call('saveTeam', {
      v: CONTRACT_VERSION,
      team: { id: id.current, name: accepted.value },
      create: true,
    });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    onClose();
    showFlag({ title: t('team.created', { name: answer.team.name }) });
    go({ name: 'home', teamId: answer.team.id });
  };

  return (
    <Dialog
      title={t('team.newTitle')}
      size="small"
      onClose={onClose}
      onSubmit={() => void create()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button appearance="primary" type="submit" busy={busy}>
            {t('team.create')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="form__intro">{t('team.newHint')}</p>
        <TextField
          label={t('team.newName')}
          value={name}
          maxLength={TEAM_NAME_MAX}
          onValue={(value) => {
            setName(value);
            setRefusal(null);
          }}
          error={refusal ? refusalText(refusal) : null}
          data-autofocus
        />
      </div>
    </Dialog>
  );
}
