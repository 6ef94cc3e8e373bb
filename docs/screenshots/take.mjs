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

// The newsroom: a passkey and a cookie are bound to a name, so that it is asked by one.
const desk = address.replace('127.0.0.1', 'localhost') + '/newsroom';
async function work(name, person, path, viewport, colorScheme = 'light') {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: person === 'shirin' ? 'fa-IR' : 'en-GB' });
  const room = await context.newPage();
  await room.goto(`${desk}/sign-in`);
  if (person) await Promise.all([room.waitForURL(`${desk}/`), room.click(`button[value=${person}]`)]);
  if (path) await room.goto(desk + (typeof path === 'function' ? await path(room) : path), { waitUntil: 'networkidle' });
  await room.screenshot({ path: join(output, `${name}.png`) });
  await context.close();
}
await work('newsroom-sign-in', null, null, { width: 1000, height: 900 });
await work('newsroom-people', 'june', '/people', { width: 1100, height: 800 });
await work('newsroom-front', 'june', '/front', { width: 1200, height: 1000 });
await work('newsroom-settings', 'june', '/settings/looks', { width: 1200, height: 1400 });
await work('newsroom-draft', 'tomas', async page => (await page.goto(desk + '/stories'), await page.evaluate(() => [...document.querySelectorAll('main td a')].at(-1).getAttribute('href').replace('/newsroom', ''))), { width: 1200, height: 900 });
await work('newsroom-pictures', 'june', '/pictures', { width: 1200, height: 1100 });
await work('newsroom-record', 'shirin', '/record', { width: 1100, height: 900 });
await work('newsroom-sessions', 'june', '/people/sessions', { width: 1100, height: 760 });

// Two people in one story.
{
  const people = [];
  for (const person of ['tomas', 'mira']) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' });
    const room = await context.newPage();
    await room.goto(`${desk}/sign-in`);
    await Promise.all([room.waitForURL(`${desk}/`), room.click(`button[value=${person}]`)]);
    await room.goto(`${desk}/stories`);
    await room.goto(`${desk}${await room.evaluate(() => [...document.querySelectorAll('main td a')].at(-1).getAttribute('href').replace('/newsroom', ''))}/edit`);
    await room.locator('.draft > p', { hasText: 'bell of the island ferry' }).click();
    people.push(room);
  }
  await people[0].waitForSelector('.editor-people li');
  await people[0].screenshot({ path: join(output, 'editor.png') });
  await Promise.all(people.map(room => room.context().close()));
}

// A backup, and an archive that is tried.
{
  const context = await browser.newContext({ viewport: { width: 1100, height: 1250 }, reducedMotion: 'reduce', locale: 'en-GB' });
  const room = await context.newPage();
  await room.goto(`${desk}/sign-in`);
  await Promise.all([room.waitForURL(`${desk}/`), room.click('button[value=june]')]);
  await room.goto(`${desk}/backups`);
  await room.click('main form[action$="/backups"] button');
  await room.waitForURL('**done=backup-started');
  await room.goto(`${desk}/backups`);
  await room.waitForFunction(() => !document.querySelector('[data-progress]'));
  await room.screenshot({ path: join(output, 'newsroom-backups.png') });
  await room.goto(`${desk}/import`);
  const story = (title, text) => ({ name: `${title.toLowerCase().replaceAll(' ', '-')}.md`, mimeType: 'text/markdown', buffer: Buffer.from(`---\ntitle: ${title}\nsection: sea\ndate: 2026-03-01T08:00:00Z\n---\n${text}\n`) });
  await room.setInputFiles('#f-files', [
    story('The lightship comes home', 'She was towed in at noon.'), story('Tide tables for April', 'High water is at six.'), story('A picture of the quay', '![The quay](quay.jpg)'),
    { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('---\ntitle: ""\n---\n') },
  ]);
  await room.click('form[data-upload] button[type=submit]');
  await room.waitForSelector('#report');
  await room.screenshot({ path: join(output, 'newsroom-import.png') });
  await context.close();
}
await work('newsroom-account-dark', 'tomas', '/account', { width: 390, height: 844 }, 'dark');
await browser.close();
