import { pageData } from '../page-data';
import { callSite } from '../site-api';
import { currentTheme } from '../theme';
import type { FrameSession } from './frame-session';

/** What every command of a frame says about where it comes from. */
export function originOf(session: FrameSession): { module: string; projectKey?: string } {
  return { module: session.moduleKey, ...(pageData.projectKey ? { projectKey: pageData.projectKey } : {}) };
}

/** Where this page is, without the person who looks. */
function shareableAddress(): string {
  const url = new URL(location.href);
  url.searchParams.delete('as');
  return url.href;
}

/** The FullContext of view.getContext(): the site's part, and what only this page knows. */
export async function contextOf(session: FrameSession): Promise<unknown> {
  const fromSite = (await callSite({ ...originOf(session), cmd: 'getContext' })) as Record<string, unknown>;
  const extension = fromSite['extension'] as Record<string, unknown> | undefined;
  const appId = `${pageData.appId}/${pageData.environmentId}`;
  return {
    localId: `ari:cloud:ecosystem::extension/${appId}/static/${session.moduleKey}`,
    locale: 'en-US',
    ...fromSite,
    theme: currentTheme(),
    extension: {
      ...extension,
      location: shareableAddress(),
      ...(session.modalContext === undefined ? {} : { modal: session.modalContext }),
    },
  };
}
