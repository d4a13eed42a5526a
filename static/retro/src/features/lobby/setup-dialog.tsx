import '../../messages/en-us/home';
import '../../messages/en-us/lobby';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Column } from '#domain/column';
import type { Refusal } from '#domain/refusal';
import { TITLE_MAX, acceptLine } from '#domain/text';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { useSession, useView } from '../../session/use-view';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { showFlag } from '../../ui/flags';
import { TextField } from '../../ui/text-field';
import { AnonymityChoice } from '../home/anonymity-choice';
import { VotesFields, readVotes, typedVotes } from '../home/votes-fields';
import { ColumnsEditor, columnsAreGood } from './columns-editor';

const trimmed = (column: Column): Column => ({ ...column, name: column.name.trim(), prompt: column.prompt.trim() });

/** What the facilitator may still change before the first step: title, columns, anonymity, votes. */
export function SetupDialog({ onClose }: { onClose: () => void }): ReactNode {
  const session = useSession();
  const before = useView((view) => view.setup);
  const beforeAnonymity = useView((view) => view.head.anonymity);
  const [title, setTitle] = useState(before.title);
  const [columns, setColumns] = useState(before.columns);
  const [anonymity, setAnonymity] = useState(beforeAnonymity);
  const [votes, setVotes] = useState(() => typedVotes(before.votes));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = acceptLine(title, TITLE_MAX);
  const limits = readVotes(votes);

  const save = async (): Promise<void> => {
    setTried(true);
    if (busy || !name.ok || !limits || !columnsAreGood(columns)) return;
    setBusy(true);
    const outcome = await session.send('configureRetro', {
      title: name.value,
      columns: columns.map(trimmed),
      anonymity,
      votes: limits,
    });
    setBusy(false);
    if (!outcome.ok) return setRefusal(outcome.refusal);
    onClose();
    showFlag({ title: t('setup.saved') });
  };

  return (
    <Dialog
      title={t('setup.title')}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          {refusal && (
            <Banner tone="danger">
              <p>{refusalText(refusal)}</p>
            </Banner>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button appearance="primary" type="submit" busy={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="form">
        <TextField
          label={t('setup.name')}
          value={title}
          onValue={setTitle}
          maxLength={TITLE_MAX}
          error={name.ok ? null : refusalText(name.refusal)}
          required
        />
        <ColumnsEditor columns={columns} onColumns={setColumns} showErrors={tried} />
        <AnonymityChoice label={t('start.anonymity')} value={anonymity} onValue={setAnonymity} />
        <VotesFields value={votes} onValue={setVotes} />
      </div>
    </Dialog>
  );
}
