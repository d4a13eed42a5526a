import { chromium, type Browser, type Frame, type Page } from 'playwright-core';

/** A headless Chromium that reaches nothing but this machine. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

/** Everything a page complained about: console errors, exceptions, CSP violations. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** The app's frame on the page, once its script has greeted. */
export async function appFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#app-frame iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The app has no frame');
  await frame.waitForSelector('#says:has-text("hello")');
  return frame;
}
