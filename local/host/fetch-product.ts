import type { Jira, ProductAnswer, Viewer } from '../types';
import type { Adversary } from './adversary';
import { NetworkDown } from './invoke';
import type { Traffic } from './traffic';

/** As the bridge sends it: headers are pairs, the body is text or null. */
export interface ProductRequest {
  product: string;
  restPath: string;
  fetchRequestInit: Record<string, unknown>;
}

export type FetchProduct = (viewer: Viewer, data: ProductRequest) => Promise<ProductAnswer>;

interface FetchProductDeps {
  jira: Jira;
  adversary: Adversary;
  traffic: Traffic;
}

/** requestJira of a page: as the viewer, without points. Rejects with NetworkDown while the viewer is offline. */
export function createFetchProduct({ jira, adversary, traffic }: FetchProductDeps): FetchProduct {
  return async (viewer, { product, restPath, fetchRequestInit }) => {
    if (adversary.isOffline(viewer.accountId)) throw new NetworkDown();
    if (product !== 'jira') throw new Error(`The local site has no product ${product}.`);
    const { method = 'GET', headers = [], body } = fetchRequestInit as { method?: string; headers?: [string, string][]; body?: string | null };
    const caller = { provider: 'user' as const, accountId: viewer.accountId, fromBridge: true };
    const response = await jira.request(caller, { method, path: restPath, headers: Object.fromEntries(headers), body: body ?? undefined });
    const type = response.headers.get('content-type') ?? '';
    const isAttachment = type !== '' && !/json|text|xml/.test(type);
    const text = isAttachment ? Buffer.from(await response.arrayBuffer()).toString('base64') : await response.text();
    if (adversary.isOffline(viewer.accountId)) throw new NetworkDown();
    traffic.record(viewer.accountId, 'product', `${method} ${restPath}`, text);
    const answered = { status: response.status, statusText: response.statusText, headers: Object.fromEntries(response.headers.entries()), body: text };
    return isAttachment ? { ...answered, isAttachment } : answered;
  };
}
