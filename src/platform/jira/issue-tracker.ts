import type { IssueTracker } from '#app/ports/jira';
import { readVisible } from './access';
import { createIssue, moveIntoSprint } from './create-issue';
import { readCreateScreen } from './create-screen';
import { readStates } from './issue-states';
import { sendNotice } from './notify';
import { readOpenSprint } from './open-sprint';
import { readTimeZone } from './people';
import { readProject } from './project';
import { findByAttempt, readProperty } from './property';
import { putRemoteLink } from './remote-link';
import { siteLinks } from './site-links';

/** Jira for one invocation. `siteUrl`: from the resolver's context; null where there is none (schedule, events). */
export function issueTracker(siteUrl: string | null): IssueTracker {
  return {
    createScreen: readCreateScreen,
    openSprint: readOpenSprint,
    create: createIssue,
    moveIntoSprint,
    linkBack: putRemoteLink,
    findByAction: findByAttempt,
    propertyOf: readProperty,
    states: readStates,
    notify: sendNotice,
    visibleTo: readVisible,
    timeZoneOf: readTimeZone,
    project: readProject,
    ...siteLinks(siteUrl),
  };
}
