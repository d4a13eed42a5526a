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

async function toAnswer(response: Response): Promise<ProductAnswer> {
  const type = response.headers.get('content-type') ?? '';
  const isAttachment = type !== '' && !/json|text|xml/.test(type);
  const body = isAttachment ? Buffer.from(await response.arrayBuffer()).toString('base64') : await response.text();
  const { status, statusText, headers } = response;
  return {
    status,
    statusText,
    headers: Object.fromEntries(headers.entries()),
    body,
    ...(isAttachment ? { isAttachment } : {}),
  };
}

/** requestJira of a page: as the viewer, without points. Rejects with NetworkDown while the viewer is offline. */
export function createFetchProduct({ jira, adversary, traffic }: FetchProductDeps): FetchProduct {
  return async (viewer, { product, restPath, fetchRequestInit }) => {
    if (adversary.isOffline(viewer.accountId)) throw new NetworkDown();
    if (product !== 'jira') throw new Error(`The local site has no product ${product}.`);
    const {
      method = 'GET',
      headers = [],
      body,
    } = fetchRequestInit as { method?: string; headers?: [string, string][]; body?: string | null };
    const caller = { provider: 'user' as const, accountId: viewer.accountId, fromBridge: true };
    const request = { method, path: restPath, headers: Object.fromEntries(headers), body: body ?? undefined };
    const answer = await toAnswer(await jira.request(caller, request));
    if (adversary.isOffline(viewer.accountId)) throw new NetworkDown();
    traffic.record(viewer.accountId, 'product', `${method} ${restPath}`, answer.body);
    return answer;
  };
}
