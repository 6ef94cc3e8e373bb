// Takes the pictures of the guides from a running demonstration: node docs/screenshots/take.mjs ADDRESS OUTPUT CHROMIUM
// It drives the browser with the Playwright that the end-to-end tests bring along, so they must have been built.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const driver = fileURLToPath(new URL('../../artifacts/bin/Storyprint.EndToEnd/debug/.playwright/package/index.mjs', import.meta.url));
const { chromium } = await import(driver);
const [address, output, executablePath] = process.argv.slice(2);
const library = '/news/1125540';
const desktop = { width: 1280, height: 1500 };
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'] });

async function open(path, viewport, colorScheme = 'light') {
  const page = await browser.newPage({ viewport, colorScheme });
  await page.goto(address + path, { waitUntil: 'networkidle' });
  return page;
}

async function picture(name, path, viewport, colorScheme) {
  const page = await open(path, viewport, colorScheme);
  await page.screenshot({ path: join(output, `${name}.png`) });
  await page.close();
}

async function print(name, path) {
  const page = await open(path, desktop);
  await page.pdf({ path: join(output, `${name}.pdf`), preferCSSPageSize: true });
  await page.close();
}

const page = await open(library, desktop);
const persian = await page.locator('.editions a[hreflang=fa]').getAttribute('href');
await page.close();
await picture('story', library, desktop);
await picture('story-phone', library, { width: 390, height: 844 });
await picture('front', '/', desktop);
await picture('front-fa', '/fa/', desktop);
await picture('story-fa-dark', new URL(persian, address).pathname, desktop, 'dark');
await picture('scan', '/1125540.1', { width: 1000, height: 1200 });
await picture('compare', `/news/1125540/compare/1-3`, { width: 1280, height: 1120 });
await picture('history', `/news/1125540/history`, { width: 1280, height: 1180 });
await print('print', `${library}/print`);
await print('print-fa', `/news/${new URL(persian, address).pathname.split('/')[2]}/print`);
await browser.close();
