import { runCommand } from './bridge/commands';
import { createFrameElement, hostFrame } from './bridge/host-frame';
import { pageData } from './page-data';

/** Puts the module's frame on the page and becomes the bridge's far end for it. */
export function showAppFrame(): void {
  const place = document.getElementById('app-frame');
  const { frame } = pageData;
  if (!place || !frame) return;
  const address = pageData.resources[frame.resource];
  if (!address) throw new Error(`The app has no resource '${frame.resource}'`);
  const iframe = createFrameElement(place.dataset['title'] ?? 'App');
  hostFrame(iframe, { moduleKey: frame.moduleKey, resource: frame.resource, run: runCommand });
  // Address first: an empty frame would be of this page's origin, and Chromium warns about its sandbox.
  iframe.src = address;
  place.append(iframe);
}
