import { t } from '../../i18n/t';
import { pathOf } from '../../routes';
import { copyText } from './copy';
import { usePage } from './page';

/** Copies the retro's permanent address. */
export function useCopyLink(retroId: string): () => void {
  const { address } = usePage();
  const link = address.linkTo(pathOf({ name: 'retro', retroId }));
  return () => void copyText(link, t('shell.linkCopied'), t('shell.copyFailed', { link }));
}
