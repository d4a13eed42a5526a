import type { Jira, JiraDeps, JiraExchange, JiraRequest, ProductEvent, SiteProject, SiteUser } from '../types';
import { misbehave } from './faults';
import { createMeter, type JiraLimits } from './limits';
import { migrate } from './tables';
import { outbox } from './model/mail';
import { can, canGlobally, isGlobalPermission } from './model/permissions';
import { allProjects, findProject, type Project } from './model/projects';
import { allUsers, type User } from './model/users';
import { OPERATIONS } from './operations';
import { createPipeline, type Bindings, type RestCaller } from './pipeline';
import { seed } from './seed/seed';
import type { Site } from './site';
import { createSql } from './sql';

/** Beyond the seam: what the app is called, and Jira's limits when they are to be enforced (DOCUMENTED_LIMITS or smaller). */
export interface JiraOptions {
  appName?: string;
  limits?: () => JiraLimits | undefined;
}

const toSiteUser = ({ accountId, displayName, emailAddress, timeZone, active }: User): SiteUser => ({
  accountId,
  displayName,
  emailAddress,
  timeZone,
  active,
});
const toSiteProject = ({ id, key, name, style }: Project): SiteProject => ({ id, key, name, style });

function toRequest(siteUrl: string, request: JiraRequest): Request {
  const hasBody = request.body !== undefined && request.body !== '' && !['GET', 'HEAD'].includes(request.method);
  return new Request(new URL(request.path, siteUrl), {
    method: request.method,
    headers: request.headers ?? {},
    ...(hasBody ? { body: request.body } : {}),
  });
}

const siteOf = (deps: JiraDeps): Site => ({
  sql: createSql(deps.store),
  clock: deps.clock,
  url: () => deps.siteUrl(),
  indexLagMs: () => deps.indexLagMs(),
  entityProperties: deps.entityProperties,
  events: [],
});

/** The small Jira over a store of the local site: its tables, its seed, its REST API and its outbox. */
export function createJira(deps: JiraDeps & JiraOptions): Jira {
  migrate(deps.store);
  const site = siteOf(deps);
  seed(site, deps.demo, deps.appName ?? 'App', deps.crowd);
  const meter = createMeter(() => deps.clock.now());
  const listeners = new Set<(exchange: JiraExchange) => void>();
  const flush = (): void => {
    const events: ProductEvent[] = site.events.splice(0);
    for (const event of events) deps.emit(event);
  };
  const app = createPipeline({
    site,
    operations: OPERATIONS,
    scopes: deps.scopes,
    meter,
    limits: () => deps.limits?.(),
    flush,
  });

  const exchange = async (caller: RestCaller, request: JiraRequest): Promise<Response> => {
    const fault = deps.faults.next(request.method, request.path);
    if (fault && !fault.afterCommit) return misbehave(fault);
    const env: Bindings = { caller, outcome: { points: 0 } };
    const response = await app.fetch(toRequest(site.url(), request), env);
    const body = await response.clone().text();
    for (const listener of listeners)
      listener({ caller, request, status: response.status, body, points: env.outcome.points });
    return fault ? misbehave(fault) : response;
  };

  return {
    request: exchange,
    can(accountId, permission, projectIdOrKey) {
      if (isGlobalPermission(permission)) return canGlobally(site, accountId, permission);
      const project = findProject(site, projectIdOrKey);
      return project !== undefined && can(site, accountId, permission, project.id);
    },
    users: () =>
      allUsers(site)
        .filter((user) => user.accountType === 'atlassian')
        .map(toSiteUser),
    projects: () => allProjects(site).map(toSiteProject),
    project(idOrKey) {
      const found = findProject(site, idOrKey);
      return found && toSiteProject(found);
    },
    outbox: () => outbox(site),
    points: () => meter.total(),
    onExchange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
