import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { JiraCaller } from '../types';
import { JiraError, refuse } from './errors';
import { priceOf, type JiraLimits, type Meter } from './limits';
import { isDocumentedElsewhere } from './not-implemented';
import type { Operation, RawCall, Reply } from './operation';
import { findUser, APP_ACCOUNT_ID } from './model/users';
import { scopesSuffice } from './scopes';
import type { Actor, Site } from './site';

/** Who asks, beyond what Forge says: `direct` is a person's own REST client, outside any app. */
export interface RestCaller extends JiraCaller {
  direct?: boolean;
}

export interface PipelineDeps {
  site: Site;
  operations: Operation[];
  scopes: readonly string[];
  meter: Meter;
  limits(): JiraLimits | undefined;
  /** Called after commit with what the request queued. */
  flush(): void;
}

/** What the caller of Hono hands in, and gets back about the cost. */
export interface Bindings {
  caller: RestCaller;
  outcome: { points: number };
}

type Env = { Bindings: Bindings };

/** As Atlassian's gateway answers a token without the scope. */
const SCOPE_MISMATCH = { code: 401, message: 'Unauthorized; scope does not match' };

function needsAuthentication(): JiraError {
  return new JiraError(
    401,
    { errorMessages: ['Authentication required'], errors: {} },
    { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' },
  );
}

/** The account a request acts as. Without a user context `asUser` fails as Forge's proxy makes it fail. */
function authenticate(site: Site, caller: RestCaller, operation: Operation): Actor {
  const selfGenerated = !caller.direct && !caller.fromBridge;
  if (caller.provider === 'app') return { accountId: APP_ACCOUNT_ID, kind: 'app', selfGenerated };
  if (caller.provider === 'user') {
    const user = caller.accountId ? findUser(site, caller.accountId) : undefined;
    if (!user?.active) throw needsAuthentication();
    return { accountId: user.accountId, kind: 'user', selfGenerated };
  }
  if (operation.anonymous) return { accountId: '', kind: 'anonymous', selfGenerated: false };
  throw refuse(401, 'Client must be authenticated to access this resource.');
}

function authorize(operation: Operation, actor: Actor, caller: RestCaller, granted: readonly string[]): void {
  if (!caller.direct && !scopesSuffice(operation.scopes, granted)) throw new JiraError(401, SCOPE_MISMATCH);
  if (operation.appOnly && actor.kind !== 'app')
    throw refuse(403, 'Access to this resource must be authenticated as an app.');
}

async function readBody(context: Context<Env>): Promise<unknown> {
  const text = await context.req.text();
  if (text === '') return undefined;
  if (!context.req.header('content-type')?.startsWith('application/json')) throw refuse(415, 'Unsupported Media Type');
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(400, 'There was an error parsing JSON. Check that your request body is valid.');
  }
}

function carryOut(deps: PipelineDeps, operation: Operation, call: RawCall): Reply {
  const { site } = deps;
  site.events.length = 0;
  if (!operation.writes) return operation.run(call);
  const reply = site.sql.atomic(() => operation.run(call));
  deps.flush();
  return reply;
}

function checkLimits(deps: PipelineDeps, operation: Operation, context: Context<Env>): void {
  const limits = deps.limits();
  const { caller } = context.env;
  if (!limits || caller.direct) return;
  deps.meter.admit(limits, operation, caller.fromBridge === true);
  const issue = context.req.param('issueIdOrKey');
  if (operation.writes && issue) deps.meter.admitIssueWrite(limits, issue.toUpperCase());
}

async function answer(deps: PipelineDeps, operation: Operation, context: Context<Env>): Promise<Response> {
  const { caller, outcome } = context.env;
  const read = { core: 0, identity: 0 };
  const respond = (status: number, body: unknown, headers: Record<string, string>): Response => {
    const metered = !caller.direct && !caller.fromBridge;
    outcome.points = metered ? priceOf(operation.writes, read) : 0;
    deps.meter.spend(outcome.points);
    const limits = deps.limits();
    const all = { ...(metered && limits ? deps.meter.headers(limits) : {}), ...headers };
    if (body === undefined) return new Response(null, { status, headers: all });
    return context.json(body, status as ContentfulStatusCode, {
      'content-type': 'application/json;charset=UTF-8',
      ...all,
    });
  };
  try {
    const actor = authenticate(deps.site, caller, operation);
    authorize(operation, actor, caller, deps.scopes);
    checkLimits(deps, operation, context);
    const reply = carryOut(deps, operation, {
      site: deps.site,
      actor,
      params: context.req.param(),
      query: context.req.queries(),
      body: await readBody(context),
      charge: ({ core = 0, identity = 0 }) => {
        read.core += core;
        read.identity += identity;
      },
    });
    return respond(reply.status, reply.body, {});
  } catch (problem) {
    if (!(problem instanceof JiraError)) throw problem;
    return respond(problem.status, problem.body, problem.headers);
  }
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
const literalParts = (path: string): number => path.split('/').filter((part) => !part.startsWith('{')).length;

/** The Hono application: a route an operation; 405 for a wrong method, 501 for what Atlassian documents and we lack, else 404. */
export function createPipeline(deps: PipelineDeps): Hono<Env> {
  const app = new Hono<Env>();
  const refusal = (status: number, message: string): Response =>
    Response.json({ errorMessages: [message], errors: {} }, { status });
  const ordered = [...deps.operations].sort((a, b) => literalParts(b.path) - literalParts(a.path));
  for (const operation of ordered)
    app.on(operation.method, honoPath(operation.path), (context) => answer(deps, operation, context));
  const known = new Set(ordered.map(({ path }) => honoPath(path)));
  app.notFound((context) => {
    const { method, path } = context.req;
    if (isDocumentedElsewhere(path)) {
      console.warn(`local Jira: ${method} ${path} is documented by Atlassian but not in the local Jira`);
      return refusal(501, `${method} ${path} is not in the local Jira.`);
    }
    return refusal(404, `${method} ${path} is not a resource of Jira's REST API.`);
  });
  for (const path of known)
    app.all(path, (context) => refusal(405, `Method ${context.req.method} is not allowed on ${context.req.path}.`));
  app.onError((problem) => {
    console.error('local Jira:', problem);
    return refusal(500, 'Internal server error');
  });
  return app;
}
