/**
 * Holds an exchange with Jira against Atlassian's own OpenAPI descriptions. They are not part of this repository:
 * `JIRA_OPENAPI_DIR`, by default ../shared/jira-openapi beside it, holds jira-platform.trimmed.json and jira-software.trimmed.json.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { JiraExchange } from '../../local/types';
import type { ApiDocument, ApiOperation, Parameter } from './api-document';
import { applyErrata, UNDOCUMENTED_BUT_REAL } from './jira-errata';

export interface Oracle {
  /** False where the descriptions are absent: then nothing is ever complained about. */
  available: boolean;
  /** What Atlassian's descriptions have against an exchange; each line starts with `request` or `response`. */
  check(exchange: JiraExchange): string[];
}

const FILES = { platform: 'jira-platform.trimmed.json', software: 'jira-software.trimmed.json' } as const;

export const descriptionsDir = (): string =>
  process.env['JIRA_OPENAPI_DIR'] ?? join(__dirname, '../../../shared/jira-openapi');

/** The description of one product, or undefined where it is absent. */
export function loadDescription(product: keyof typeof FILES, dir = descriptionsDir()): ApiDocument | undefined {
  const file = join(dir, FILES[product]);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ApiDocument) : undefined;
}

/** Jira writes `2026-01-17T12:34:00.000+0000`, which RFC 3339 does not allow. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

const JSON_TYPE = 'application/json';
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

class Description {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, logger: false });
  private readonly compiled = new Map<object, ValidateFunction>();
  private readonly routes: { pattern: RegExp; template: string; literals: number }[];

  constructor(
    private readonly name: string,
    readonly document: ApiDocument,
  ) {
    applyErrata(document);
    addFormats(this.ajv, ['date', 'uri', 'uuid', 'int32', 'int64']);
    this.ajv.addFormat('date-time', DATE_TIME);
    this.ajv.addSchema(this.absolute({ components: document.components }), name);
    this.routes = Object.keys(document.paths)
      .map((template) => ({
        template,
        pattern: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
        literals: template.split('/').filter((part) => !part.startsWith('{')).length,
      }))
      .sort((a, b) => b.literals - a.literals);
  }

  /** References inside the document, made absolute so that a part of it compiles on its own. */
  private absolute<T extends object>(part: T): T {
    return JSON.parse(JSON.stringify(part).replaceAll('"#/components', `"${this.name}#/components`)) as T;
  }

  find(method: string, path: string): { operation: ApiOperation; template: string } | undefined {
    for (const { pattern, template } of this.routes) {
      const operation = pattern.test(path) ? this.document.paths[template]?.[method.toLowerCase()] : undefined;
      if (operation) return { operation, template };
    }
    return undefined;
  }

  complaints(schema: object, value: unknown): string[] {
    let validate = this.compiled.get(schema);
    if (!validate) this.compiled.set(schema, (validate = this.ajv.compile(this.absolute(schema))));
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      (error) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
    );
  }

  parameters(template: string, operation: ApiOperation): Parameter[] {
    return [...(this.document.paths[template]?.parameters ?? []), ...(operation.parameters ?? [])].filter(
      (parameter) => parameter.in === 'query',
    );
  }
}

function fitsType(type: string | undefined, value: string): boolean {
  if (type === 'integer') return /^-?\d+$/.test(value);
  if (type === 'boolean') return value === 'true' || value === 'false';
  return true;
}

function queryComplaints(known: Parameter[], search: URLSearchParams): string[] {
  const complaints: string[] = [];
  for (const [name, value] of search) {
    const parameter = known.find((candidate) => candidate.name === name);
    if (!parameter) complaints.push(`request: query parameter '${name}' is not documented`);
    else if (!fitsType(parameter.schema?.type, value))
      complaints.push(`request: query parameter '${name}' is no ${parameter.schema?.type}: ${value}`);
  }
  const missing = known.filter((parameter) => parameter.required && !search.has(parameter.name));
  return [...complaints, ...missing.map((parameter) => `request: query parameter '${parameter.name}' is missing`)];
}

function bodyComplaints(description: Description, operation: ApiOperation, text: string | undefined): string[] {
  const schema = operation.requestBody?.content?.[JSON_TYPE]?.schema;
  if (!text) return operation.requestBody?.required && schema ? ['request: the body is missing'] : [];
  if (!operation.requestBody) return ['request: no body is documented'];
  if (!schema) return [];
  return description.complaints(schema, parse(text)).map((complaint) => `request body${complaint}`);
}

/** Atlassian's gateway, not Jira, answers a token without the scope; its answer is in no description. */
const isGatewayAnswer = (status: number, body: unknown): boolean =>
  status === 401 && (body as { code?: unknown } | undefined)?.code === 401;

const isBeyondTheDescription = ({ status, body }: JiraExchange): boolean =>
  UNDOCUMENTED_BUT_REAL.includes(status) || isGatewayAnswer(status, parse(body));

function emptyComplaints(status: number, schema: object): string[] {
  // Refusals may come without a body; a success whose schema is `{}` as well.
  return status >= 400 || Object.keys(schema).length === 0 ? [] : ['response: the body is missing'];
}

function answerComplaints(description: Description, operation: ApiOperation, exchange: JiraExchange): string[] {
  const { status, body } = exchange;
  if (isBeyondTheDescription(exchange)) return [];
  const documented = operation.responses[status];
  if (!documented) return [`response: status ${status} is not documented`];
  if (status === 204) return body ? ['response: a body with 204'] : [];
  const schema = documented.content?.[JSON_TYPE]?.schema;
  if (!schema) return [];
  if (body === '') return emptyComplaints(status, schema);
  return description.complaints(schema, parse(body)).map((complaint) => `response body${complaint}`);
}

/** An oracle over the descriptions in `dir`. Where they are absent it says so, and complains about nothing. */
export function createOracle(dir = descriptionsDir()): Oracle {
  const descriptions = (['platform', 'software'] as const).flatMap((name) => {
    const document = loadDescription(name, dir);
    return document ? [new Description(name, document)] : [];
  });
  if (descriptions.length < 2) {
    process.stderr.write(
      `\n*** Jira exchanges are NOT checked: Atlassian's descriptions are not in ${dir} (set JIRA_OPENAPI_DIR) ***\n`,
    );
    return { available: false, check: () => [] };
  }
  return {
    available: true,
    check(exchange) {
      const url = new URL(exchange.request.path, 'http://jira.invalid');
      for (const description of descriptions) {
        const found = description.find(exchange.request.method, url.pathname);
        if (!found) continue;
        const complaints = [
          ...queryComplaints(description.parameters(found.template, found.operation), url.searchParams),
          ...bodyComplaints(description, found.operation, exchange.request.body),
          ...answerComplaints(description, found.operation, exchange),
        ];
        return complaints.map(
          (complaint) => `${exchange.request.method} ${url.pathname} ${exchange.status} ${complaint}`,
        );
      }
      return [`${exchange.request.method} ${url.pathname} request: no such operation`];
    },
  };
}
