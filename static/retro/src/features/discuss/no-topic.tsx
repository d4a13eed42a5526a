import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { nameOr } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useDesk } from '../board/desk';
import { usePerson } from '../shell/use-people';
import { RetroActions } from './retro-actions';

interface Props {
  first: Topic | undefined;
  onChoose: (topic: string) => void;
}

/** Before the first topic is chosen. */
export function NoTopic({ first, onChoose }: Props): ReactNode {
  const { may } = useDesk();
  const lead = usePerson(useView((view) => view.head.facilitators[0] ?? ''));
  return (
    <>
      <EmptyState
        title={t('discuss.nobody')}
        level={3}
        actions={may.selectTopic && first && <Button onClick={() => onChoose(first.id)}>{t('discuss.begin')}</Button>}
      >
        <p>{may.selectTopic ? t('discuss.nobodyLead') : t('discuss.nobodyHint', { name: nameOr(lead.name ?? '') })}</p>
      </EmptyState>
      <RetroActions />
    </>
  );
}
