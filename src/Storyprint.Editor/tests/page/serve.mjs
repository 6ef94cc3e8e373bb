// A small server for trying the editor by hand, and for the tests in a browser: `node tests/page/serve.mjs [port] [language of the story] [language of the page] [story] [beside]`.
// With `beside` it is a proposal that is written, beside the draft; POST /beside changes that draft.
// It keeps one draft in memory and merges as tests/support/fake-server.ts does, with the same faults at /fault?name=….
import { createServer } from 'node:http';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const [port = '8090', language = 'en', pageLanguage = language, story = language, kind = ''] = process.argv.slice(2);
const assets = join(here, '..', '..', '..', 'Storyprint.NewsroomPages');
const output = join(here, '..', '..', 'node_modules', '.page', port === '0' ? String(process.pid) : port);
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
await build({ entryPoints: [join(here, '..', '..', 'src', 'main.ts')], bundle: true, format: 'esm', outfile: join(output, 'editor.js'), sourcemap: 'inline', logLevel: 'warning' });
await build({ entryPoints: [join(here, 'desk.ts')], bundle: true, format: 'esm', platform: 'node', outfile: join(output, 'desk.mjs'), logLevel: 'warning' });
const { Desk } = await import(pathToFileURL(join(output, 'desk.mjs')).href);
const desk = new Desk(story, kind === 'beside');

const direction = of => (['fa', 'ar'].includes(of) ? 'rtl' : 'ltr');
const texts = Object.entries(JSON.parse(readFileSync(join(assets, 'Texts', `${pageLanguage}.json`), 'utf8'))).filter(([key]) => key.startsWith('editor.'));
const attribute = value => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const page = () => `<!DOCTYPE html><html lang="${pageLanguage}" dir="${direction(pageLanguage)}" class="newsroom"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Editor</title>
<link rel="stylesheet" href="/newsroom.css"><link rel="stylesheet" href="/editor.css"><script src="/editor.js" type="module"></script></head>
<body class="room wide"><header class="masthead"><p class="paper"><a href="/">The Harbour Post</a></p></header><main id="page" tabindex="-1">
<div id="editor" lang="${language}" data-draft="/draft" data-events="/events" data-pictures="/pictures" data-library="/pictures/choose" data-files="/files" data-crop="/pictures/crop" data-seen="/seen" ${kind === 'beside' ? 'data-base="/base"' : 'data-preview="/preview"'} data-leave="/" data-sign-in="/sign-in" data-stories="/stories" data-code="1125546" data-language="${language}" data-direction="${direction(language)}"
 data-texts="${attribute(JSON.stringify(Object.fromEntries(texts)))}" data-places='[{"name":"Search results","field":"searchHeadline","most":60},{"name":"Front page","field":"headline","most":90}]' data-authors='["Sara Lind"]' data-topics='["Bridges"]'></div></main></body></html>`;

const types = { css: 'text/css', js: 'text/javascript', html: 'text/html; charset=utf-8', json: 'application/json' };
createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const say = (status, body, type = 'json', headers = {}) => {
    response.writeHead(status, { 'content-type': types[type] ?? type, 'content-security-policy': "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:", ...headers });
    response.end(type === 'json' ? JSON.stringify(body) : body);
  };
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces).toString();
  if (pathname === '/') return say(200, page(), 'html');
  if (pathname === '/editor.js') return say(200, readFileSync(join(output, 'editor.js')), 'js');
  if (pathname === '/editor.css') return say(200, ['editor', 'editor-beside'].map(name => readFileSync(join(assets, 'Assets', `${name}.css`), 'utf8')).join('\n'), 'css');
  if (pathname === '/newsroom.css') return say(200, readFileSync(join(assets, 'Assets', pathname)), 'css');
  if (pathname === '/picture.svg') return say(200, '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#8aa"/><circle cx="1200" cy="300" r="120" fill="#fc6"/></svg>', 'image/svg+xml');
  const media = /^\/media\/([0-9a-f]{4})[0-9a-f]{60}\/(\d+)\.jpg$/.exec(pathname);
  if (media) return say(200, `<svg xmlns="http://www.w3.org/2000/svg" width="${parseInt(media[1], 16) % 5 === 3 ? 900 : 1600}" height="${parseInt(media[1], 16) % 5 === 3 ? 1600 : 900}"><rect width="1600" height="1600" fill="hsl(${parseInt(media[1], 16) * 47 % 360} 30% 55%)"/><circle cx="450" cy="450" r="240" fill="#fc6"/></svg>`, 'image/svg+xml');
  const answer = await desk.answer(request.method, pathname, searchParams, body, request.headers);
  if (!answer) return say(404, { problem: 'There is nothing here.' });
  if (answer === 'cut') return response.destroy();
  return answer.events !== undefined ? say(200, answer.events, 'text/event-stream') : say(answer.status, answer.body, 'json', answer.headers);
}).listen(Number(port), function () { console.log(`http://localhost:${this.address().port}/`); });
// A test that ends takes its server along.
if (port === '0') process.stdin.resume().on('end', () => process.exit());
