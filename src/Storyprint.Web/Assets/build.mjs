// Bundles style sheets, fonts and page scripts into one folder, each file named by its content, with a manifest of the names.
// node Assets/build.mjs OUTPUT
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync, inflateSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { createFonts } from './fonts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const output = process.argv[2] ?? join(here, 'dist');
const fontsource = join(here, '..', 'node_modules', '@fontsource');
const require = createRequire(import.meta.url);
const manifest = {};

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

// What readers get as text, as small as it can be made: it is done once here, and not at every request. A form that saves nothing is left out.
function compress(file, bytes) {
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  for (const [encoding, packed] of [['br', brotli], ['gzip', gzipSync(bytes, { level: 9 })]]) {
    if (packed.length < bytes.length) {
      writeFileSync(join(output, `${file}.${encoding}`), packed);
    }
  }
}

function write(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const file = name.replace(/\.([a-z0-9]+)$/, `.${hash}.$1`);
  writeFileSync(join(output, file), bytes);
  if (/\.(css|js|svg)$/.test(file)) {
    compress(file, Buffer.from(bytes));
  }
  manifest[name] = file;
  return file;
}

// WOFF 1.0 (W3C, 2012) back to the bare font it wraps, for the drawing of card pictures, which reads no web fonts.
function unwrap(woff) {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag: woff.subarray(at, at + 4), sum: woff.readUInt32BE(at + 16), bytes: packed < length ? inflateSync(bytes) : bytes };
  });
  const header = Buffer.alloc(12 + 16 * count);
  const power = 2 ** Math.floor(Math.log2(count));
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * 16, 10);
  let offset = header.length;
  const body = tables.map(({ tag, sum, bytes }, index) => {
    const at = 12 + 16 * index;
    tag.copy(header, at);
    header.writeUInt32BE(sum, at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(bytes.length, at + 12);
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - bytes.length % 4) % 4)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([header, ...body]);
}

const fonts = await createFonts(fontsource, write);
const newsroom = join(here, '..', '..', 'Storyprint.NewsroomPages', 'Assets');
const sheet = (name, folder = here) => readFileSync(join(folder, `${name}.css`), 'utf8');
for (const [name, css] of [
  ['site', `${fonts.all}\n${sheet('site')}\n@media print {\n${sheet('site-print')}\n}`],
  ['print', `${fonts.whole}\n${sheet('print')}`],
  ['newsroom', `${fonts.all}\n${sheet('newsroom', newsroom)}`],
  ['library', sheet('library', newsroom)],
  ['editor', `${sheet('editor', newsroom)}\n${sheet('editor-beside', newsroom)}`],
]) {
  write(`${name}.css`, transformSync(css, { loader: 'css', minify: true }).code);
}
writeFileSync(join(output, 'fonts.json'), JSON.stringify(fonts.files));

for (const [script, folder] of [['copy', here], ['check', here], ['newsroom', newsroom], ['newsroom-upload', newsroom], ['library', newsroom]]) {
  write(`${script}.js`, transformSync(readFileSync(join(folder, `${script}.js`), 'utf8'), { minify: true }).code);
}

const editor = buildSync({
  entryPoints: [join(here, '..', '..', 'Storyprint.Editor', 'src', 'main.ts')], bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none', write: false,
});
write('editor.js', editor.outputFiles[0].contents);

write('icon.svg', readFileSync(join(here, 'icon.svg')));

for (const [name, pack, file] of [
  ['card-serif-bold.ttf', 'source-serif-4', 'source-serif-4-latin-700-normal.woff'],
  ['card-serif-bold-ext.ttf', 'source-serif-4', 'source-serif-4-latin-ext-700-normal.woff'],
  ['card-serif-bold-vietnamese.ttf', 'source-serif-4', 'source-serif-4-vietnamese-700-normal.woff'],
  ['card-serif-bold-cyrillic.ttf', 'source-serif-4', 'source-serif-4-cyrillic-700-normal.woff'],
  ['card-serif-bold-greek.ttf', 'source-serif-4', 'source-serif-4-greek-700-normal.woff'],
  ['card-arabic-bold.ttf', 'vazirmatn', 'vazirmatn-arabic-700-normal.woff'],
]) {
  write(name, unwrap(readFileSync(join(fontsource, pack, 'files', file))));
}

// Hyphenation patterns back to TeX's own form: the package holds them as a tree of letters with numbers of rows of levels.
function patterns([levels, tree, words]) {
  const lines = [];
  const walk = (node, before) => Object.entries(node).forEach(([letter, value]) => {
    const letters = before + letter;
    const [deeper, row] = Array.isArray(value) ? value : typeof value === 'number' ? [{}, value] : [value];
    if (row !== undefined) {
      // The rows do not count the full stop that stands for the beginning of a word.
      const skip = letters.startsWith('.') ? 1 : 0;
      lines.push([...letters, ''].map((sign, index) => (levels[row][index - skip] || '') + sign).join(''));
    }
    walk(deeper, letters);
  });
  walk(tree, '');
  // The places of words divided by hand count the hyphens before them.
  const divided = Object.entries(words ?? {}).map(([word, places]) =>
    places.length === 0 ? `${word}-` : places.reduce((parts, place) => `${parts.slice(0, place)}-${parts.slice(place)}`, word));
  return [...lines, ...divided].join('\n');
}

// The interface's languages, and the patterns that their words are divided by where TeX has some. Scripts without word division, such as Arabic's, have none.
const languages = readdirSync(join(here, '..', 'Localization')).filter(file => file.endsWith('.json')).map(file => file.slice(0, -5));
const patternNames = { en: 'en-us', de: 'de-1996', sr: 'sr-cyrl', zh: 'zh-latn-pinyin' };
for (const language of [...languages, 'en-gb']) {
  const file = join(here, '..', 'node_modules', 'hyphen', 'patterns', `${patternNames[language] ?? language}.js`);
  if (existsSync(file)) {
    write(`hyphens-${language}.txt`, patterns(require(file)));
  }
}

// CLDR's plural rules of all languages, without their samples and without those for fractions.
const plurals = Object.entries(require('cldr-core/supplemental/plurals.json').supplemental['plurals-type-cardinal']).map(([language, rules]) =>
  [language, Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule.includes('@integer')).map(([category, rule]) =>
    [category.replace('pluralRule-count-', ''), rule.split('@')[0].trim()]).filter(([, rule]) => rule))]);
writeFileSync(join(output, 'plurals.json'), JSON.stringify(Object.fromEntries(plurals)));

writeFileSync(join(output, 'manifest.json'), JSON.stringify(manifest, null, 1));
