import type { ApiDocument } from './api-document';

/** Answers any request may get although most operations don't list them: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/. */
export const UNDOCUMENTED_BUT_REAL = [429, 500, 503];

type Schema = Record<string, unknown> & { properties?: Record<string, unknown> };

function allow(document: ApiDocument, schema: string, properties: Record<string, unknown>): void {
  const found: Schema | undefined = document.components.schemas[schema];
  if (found) found.properties = { ...found.properties, ...properties };
}

function responseSchema(document: ApiDocument, path: string, status: string): Schema | undefined {
  return document.paths[path]?.['get']?.responses[status]?.content?.['application/json']?.schema as Schema | undefined;
}

const text = { type: 'string', nullable: true };

/** Additions to schemas, each shown by an example of the operation named. */
function allowMoreProperties(document: ApiDocument): void {
  // GET /rest/api/3/serverInfo: the example has `defaultLocale`.
  allow(document, 'ServerInformation', { defaultLocale: { type: 'object' }, serverTimeZone: { type: 'string' } });
  // GET /rest/api/3/issue/{issueIdOrKey}/changelog: `from` and `to` of the items are null in the example.
  allow(document, 'ChangeDetails', { from: text, to: text, fromString: text, toString: text });
  // GET /rest/agile/1.0/board/{boardId}/configuration: the location of the example has id, key, name and self.
  const configuration = responseSchema(document, '/rest/agile/1.0/board/{boardId}/configuration', '200');
  if (configuration?.properties) configuration.properties['location'] = { type: 'object' };
}

/** Request bodies of which the text of the operation says more than its schema. */
function correctRequestBodies(document: ApiDocument): void {
  // PUT /rest/api/3/issue/{issueIdOrKey}/assignee: the text says that `null` sets the issue to unassigned.
  const assign =
    document.paths['/rest/api/3/issue/{issueIdOrKey}/assignee']?.['put']?.requestBody?.content?.['application/json'];
  if (assign) assign.schema = { type: 'object', properties: { accountId: text } };
  // POST /rest/api/3/issue/{issueIdOrKey}/watchers: "If no user is specified the calling user is added."
  const watch = document.paths['/rest/api/3/issue/{issueIdOrKey}/watchers']?.['post']?.requestBody;
  if (watch) watch.required = false;
}

/** POST /rest/api/3/jql/parse: a closed schema of nothing but alternatives (JqlQueryClause) lets nothing pass; its example has fields. */
function openAlternatives(document: ApiDocument): void {
  for (const schema of Object.values(document.components.schemas))
    if (schema['anyOf'] && !schema['properties']) delete schema['additionalProperties'];
}

/** Where Atlassian's descriptions contradict their own examples and texts, both are allowed. */
export function applyErrata(document: ApiDocument): void {
  allowMoreProperties(document);
  correctRequestBodies(document);
  openAlternatives(document);
}
