/** Jira's closed error body (OpenAPI schema ErrorCollection). */
export interface ErrorCollection {
  errorMessages: string[];
  errors: Record<string, string>;
}

/** Thrown by handlers; rolls back what they did and becomes the answer. */
export class JiraError extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Record<string, string> = {},
  ) {
    super(`${status} ${JSON.stringify(body)}`);
  }
}

/** One problem of a field value; collected by the caller into `errors`. */
export class FieldProblem extends Error {}

/** An answer with messages only. */
export function refuse(status: number, ...errorMessages: string[]): JiraError {
  return new JiraError(status, { errorMessages, errors: {} } satisfies ErrorCollection);
}

/** 400 with one message a field. */
export function refuseFields(errors: Record<string, string>): JiraError {
  return new JiraError(400, { errorMessages: [], errors } satisfies ErrorCollection);
}

export const issueNotFound = (): JiraError =>
  refuse(404, 'Issue does not exist or you do not have permission to see it.');
export const projectNotFound = (idOrKey: string): JiraError =>
  refuse(404, `No project could be found with key '${idOrKey}'.`);
export const invalidPayload = (): JiraError =>
  refuse(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
