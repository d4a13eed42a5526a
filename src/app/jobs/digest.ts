/** The mail an owner gets: one for everything that is due, in words of their own calendar. */
import { dayInWords, daysBetween } from './calendar';

export interface DigestLine {
  text: string;
  retroTitle: string;
  due: string;
  issueKey: string;
  issueUrl: string;
}

/** An action item in another project than the issue the mail goes through: named by its key only. */
export type DigestHint = Pick<DigestLine, 'due' | 'issueKey' | 'issueUrl'>;

export interface Digest {
  /** The owner's day, YYYY-MM-DD. */
  today: string;
  lines: DigestLine[];
  elsewhere: DigestHint[];
  pageUrl: string;
  /** An earlier run may have sent this already. */
  perhapsAgain: boolean;
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

const AGAIN = 'You may have had this mail already: Jira did not say whether the last one went out.';
const SUBJECT_MAX = 180;

/** "due tomorrow", "due today", "overdue since ...": how a due day looks from today. */
export function dueInWords(due: string, today: string): string {
  const days = daysBetween(today, due);
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  return days > 0 ? `due ${dayInWords(due)}` : `overdue since ${dayInWords(due)}`;
}

/** Subject, plain text and HTML of a digest. What people typed is escaped, and never longer than a subject may be. */
export function mailOf(digest: Digest): Mail {
  const { today, lines, elsewhere, pageUrl } = digest;
  const again = digest.perhapsAgain ? [AGAIN] : [];
  const intro =
    lines.length + elsewhere.length === 1 ? 'You took on this action item:' : 'You took on these action items:';
  const text = [
    intro,
    '',
    ...lines.flatMap((line) => [
      `- ${line.text} (${dueInWords(line.due, today)})`,
      `  From: ${line.retroTitle}`,
      `  ${line.issueKey}: ${line.issueUrl}`,
    ]),
    ...elsewhere.map((hint) => `- ${hint.issueKey} (${dueInWords(hint.due, today)}): ${hint.issueUrl}`),
    '',
    `All action items of the team: ${pageUrl}`,
    ...again.flatMap((sentence) => ['', sentence]),
  ].join('\n');
  const html = [
    `<p>${intro}</p>`,
    '<ul>',
    ...lines.map((line) => htmlLine(line, today)),
    ...elsewhere.map((hint) => `<li>${anchor(hint.issueUrl, hint.issueKey)} (${dueInWords(hint.due, today)})</li>`),
    '</ul>',
    `<p>${anchor(pageUrl, 'All action items of the team')}</p>`,
    ...again.map((sentence) => `<p>${sentence}</p>`),
  ].join('\n');
  return { subject: subjectOf(digest), text, html };
}

function htmlLine(line: DigestLine, today: string): string {
  const due = `<strong>${dueInWords(line.due, today)}</strong>`;
  const from = `From: ${escaped(line.retroTitle)}`;
  return `<li>${escaped(line.text)} (${due})<br>${from}<br>${anchor(line.issueUrl, line.issueKey)}</li>`;
}

function subjectOf({ lines, elsewhere, today }: Digest): string {
  const count = lines.length + elsewhere.length;
  const [only] = lines;
  if (count !== 1 || !only) return `${count} action items need you`;
  const due = dueInWords(only.due, today);
  const subject = `${due.charAt(0).toUpperCase()}${due.slice(1)}: ${only.text}`;
  return subject.length > SUBJECT_MAX ? `${subject.slice(0, SUBJECT_MAX - 1)}…` : subject;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/** A link; any other address than http(s) is only text. */
const anchor = (url: string, text: string): string =>
  /^https?:\/\//.test(url) ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);
