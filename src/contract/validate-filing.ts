/** Requests about the Jira issue of an action item. */
import * as v from 'valibot';
import { ACTION_ID } from '#domain/ids';
import type { Result } from '#domain/result';
import type { Api, FileIssueRequest } from './api';
import { accept } from './validate';

const action = v.pipe(v.string(), v.regex(ACTION_ID));
const issueType = v.optional(v.pipe(v.string(), v.regex(/^\d{1,18}$/)));
/** What a form can hold: the rule holds it against the create screen. */
const value = v.union([
  v.pipe(v.string(), v.maxLength(20_000)),
  v.pipe(v.number(), v.finite()),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(50)),
]);
const fieldId = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/));
const FIELDS_MAX = 50;

const requests = {
  filingForm: v.strictObject({ v: v.number(), action, issueType }),
  checkFiling: v.strictObject({ v: v.number(), action }),
  fileIssue: v.strictObject({
    v: v.number(),
    action,
    issueType,
    placement: v.optional(v.picklist(['sprint', 'backlog'])),
    fields: v.optional(v.pipe(v.record(fieldId, value), v.maxEntries(FIELDS_MAX))),
    again: v.optional(v.literal(true)),
  }),
};

export const acceptFilingForm = (raw: unknown): Result<Parameters<Api['filingForm']>[0]> =>
  accept(requests.filingForm as v.GenericSchema<unknown, Parameters<Api['filingForm']>[0]>, raw);
export const acceptCheckFiling = (raw: unknown): Result<Parameters<Api['checkFiling']>[0]> =>
  accept(requests.checkFiling, raw);
export const acceptFileIssue = (raw: unknown): Result<FileIssueRequest> =>
  accept(requests.fileIssue as v.GenericSchema<unknown, FileIssueRequest>, raw);
