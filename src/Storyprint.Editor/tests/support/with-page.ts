import { BrowserPage } from './browser-page';

/** Does something on a page in a browser, and closes it whatever came of it. */
export async function withPage([story, language, screen]: Parameters<typeof BrowserPage.open>, what: (page: BrowserPage) => Promise<void>): Promise<void> {
  const page = await BrowserPage.open(story, language, screen);
  try {
    await what(page);
  } finally {
    await page.close();
  }
}
