import { t } from '../../i18n/t';
import { showFlag } from '../../ui/flags';

/** Copies text where the browser forbids the clipboard to frames: through a selected field. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
  }
}

/** Copies a text and says so; where copying is not allowed, says that instead. */
export async function copyText(text: string, done: string, failed = t('shell.copyFailedShort')): Promise<void> {
  let copied: boolean;
  try {
    await navigator.clipboard.writeText(text);
    copied = true;
  } catch {
    copied = copyBySelection(text);
  }
  showFlag(copied ? { title: done, id: 'copy' } : { title: failed, tone: 'warning', id: 'copy' });
}
