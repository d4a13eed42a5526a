/** The script of every page of the site. */
import { showAppFrame } from './app-frame';
import { wirePlanning } from './board';
import { wireClock } from './clock';
import { wireCreate } from './create-issue';
import { wireIssue } from './issue-view';
import { wireOutbox } from './outbox';
import { wireSprints } from './sprints';
import { wireTopBar } from './top-bar';
import { wireUsage } from './usage';

showAppFrame();
wireTopBar();
wireClock();
wireUsage();
wireCreate();
wirePlanning();
wireSprints();
wireOutbox();
document.querySelectorAll<HTMLElement>('[data-issue]').forEach(wireIssue);
