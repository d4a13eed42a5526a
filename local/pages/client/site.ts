/** The script of every page of the site. */
import { showAppFrame } from './app-frame';
import { wireClock } from './clock';
import { wireTopBar } from './top-bar';
import { wireUsage } from './usage';

showAppFrame();
wireTopBar();
wireClock();
wireUsage();
