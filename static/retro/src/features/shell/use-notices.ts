import { useEffect } from 'react';
import { t } from '../../i18n/t';
import type { Notice } from '../../session/types';
import { useView } from '../../session/use-view';
import { showFlag } from '../../ui/flags';
import { sayRefusal } from './say-refusal';

function show(notice: Notice): void {
  switch (notice.kind) {
    case 'facilitator-gained':
      showFlag({ tone: 'information', title: t('lead.gained'), body: t('lead.gainedHint') });
      break;
    case 'facilitator-lost':
      showFlag({ tone: 'information', title: t('lead.lost') });
      break;
    case 'undone':
      if (notice.refusal) sayRefusal(notice.refusal);
      break;
    // Drawn by the frame for as long as it holds.
    case 'reload-needed':
      break;
  }
}

/** Raises a flag for what happened to this person. */
export function useNotices(): void {
  const notice = useView((view) => view.notice);
  useEffect(() => {
    if (notice) show(notice);
  }, [notice]);
}
