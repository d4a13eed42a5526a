import './start-dialog.css';
import '../../messages/en-us/home';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { CONTRACT_VERSION } from '#contract/version';
import { FORMATS } from '#domain/format';
import type { Refusal } from '#domain/refusal';
import type { Team } from '#domain/team';
import { TITLE_MAX, acceptLine } from '#domain/text';
import { dateOf } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { showFlag } from '../../ui/flags';
import { OptionCards } from '../../ui/option-cards';
import { TextField } from '../../ui/text-field';
import { useGo } from '../shell/navigation';
import { usePage } from '../shell/page';
import { AnonymityChoice } from './anonymity-choice';
import { FormatPreview } from './format-preview';
import type { TypedVotes } from './votes-fields';
import { VotesFields, readVotes, typedVotes } from './votes-fields';

interface Props {
  team: Team;
  now: number;
  onClose: () => void;
  /** A draft was saved: the list has a new row. */
  onDraft: () => void;
}

const OPTIONS = FORMATS.map((format) => ({
  value: format.id,
  label: format.name,
  hint: format.purpose,
  before: <FormatPreview columns={format.columns} />,
  after: <span className="format-option__columns">{t('start.asks', { prompt: format.columns[0]?.prompt ?? '' })}</span>,
}));

/** One click opens it with the team's defaults, the second one starts. */
export function StartDialog({ team, now, onClose, onDraft }: Props): ReactNode {
  const page = usePage();
  const go = useGo();
  const [title, setTitle] = useState(() => t('start.nameDefault', { date: dateOf(now, now) }));
  const [format, setFormat] = useState(team.defaults.format);
  const [anonymity, setAnonymity] = useState(team.defaults.anonymity);
  const [votes, setVotes] = useState<TypedVotes>(() => typedVotes(team.defaults.votes));
  const [busy, setBusy] = useState<'start' | 'draft' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // The same id on a second attempt: an answer that was lost does not make two retros.
  const id = useRef(page.newId());
  const name = acceptLine(title, TITLE_MAX);
  const limits = readVotes(votes);

  const create = async (draft: boolean): Promise<void> => {
    if (busy || !name.ok || !limits) return;
    setBusy(draft ? 'draft' : 'start');
    const answer = await page.call('createRetro', {
      v: CONTRACT_VERSION,
      teamId: team.id,
      title: name.value,
      format,
      anonymity,
      votes: limits,
      id: id.current,
      ...(draft ? { draft } : {}),
    });
    setBusy(null);
    if (!answer.ok) return setRefusal(answer.refusal);
    onClose();
    if (!draft) return go({ name: 'retro', retroId: answer.retroId });
    showFlag({ title: t('start.draftSaved', { title: name.value }) });
    onDraft();
  };

  return (
    <Dialog
      title={t('start.title')}
      size="large"
      onClose={onClose}
      onSubmit={() => void create(false)}
      footer={
        <>
          {refusal && (
            <div className="start-dialog__refusal" role="alert">
              <Banner tone="danger">
                <p>{refusalText(refusal)}</p>
              </Banner>
            </div>
          )}
          <Button appearance="subtle" busy={busy === 'draft'} onClick={() => void create(true)}>
            {t('start.draft')}
          </Button>
          <Button appearance="primary" type="submit" busy={busy === 'start'} data-autofocus>
            {t('start.do')}
          </Button>
        </>
      }
    >
      <div className="form">
        <TextField
          label={t('start.name')}
          value={title}
          onValue={setTitle}
          maxLength={TITLE_MAX}
          error={name.ok ? null : refusalText(name.refusal)}
          required
        />
        <OptionCards label={t('start.format')} value={format} onValue={setFormat} options={OPTIONS} grid />
        <AnonymityChoice label={t('start.anonymity')} value={anonymity} onValue={setAnonymity} />
        <VotesFields value={votes} onValue={setVotes} />
      </div>
    </Dialog>
  );
}
