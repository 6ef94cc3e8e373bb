// The faces of the site's fonts: whole scripts as fontsource cuts them, and beside them the letters that most pages do with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const scripts = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];

// What is not drawn is in every file, or the mark of a direction would ask for another.
const marks = 'U+200B-200F,U+2028-202F,U+2060-206F';

// English, with the one accented letter that its words keep.
const latin = `U+20-7E,U+A0,U+A3,U+A7,U+A9,U+AB,U+B0,U+B7,U+BB,U+D7,U+E9,${marks},U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2212`;

// Persian, Arabic, Urdu and Sorani, with the spaces and signs between their words: without them each sentence would ask for a Latin file.
const arabic = 'U+60C,U+61B,U+61F,U+621-63A,U+640-655,U+660-66C,U+670,U+679,U+67E,U+686,U+688,U+691,U+695,U+698,U+6A4,U+6A9,U+6AF,U+6B5,U+6BA,U+6BE,U+6C0-6C3,U+6C6,U+6CC,U+6CE,U+6D2-6D5,U+6F0-6F9';
const arabicSigns = 'U+20-21,U+28-29,U+2D-2F,U+3A,U+A0,U+AB,U+B7,U+BB,U+D7,U+2010-2011,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2039-203A,U+2212';

// A face without a space (`lacksSpace`, as fontsource cuts it) gets that of the uncut one: HarfBuzz draws a joiner that is not seen as a space, and
// where there is none it takes the joiner out, upon which WebKit leaves out the letter behind it.
const families = [
  { family: 'SP Serif', pack: 'source-serif-4', cuts: ['400', '400-italic', '600', '700'], subsets: scripts, letters: latin, few: 'SP Serif Basic' },
  { family: 'SP Naskh', pack: 'noto-naskh-arabic', cuts: ['400', '500', '600', '700'], subsets: ['arabic'], letters: `${arabic},${marks},${arabicSigns}`, lacksSpace: true },
  { family: 'SP Head', pack: 'vazirmatn', cuts: ['700', '800'], subsets: ['arabic'], letters: `${arabic},${marks},U+20,U+A0,U+2010-2011` },
];

// What a reader's machine has until the files come, made as wide and as high as they are, so that no line breaks elsewhere afterwards. `widths`: how
// much wider the same words are in our cut, measured in Chromium over 20,000 letters of the demonstration; Georgia and Noto Serif by their ratio
// to Times New Roman in @capsizecss/metrics 4.3. Liberation Serif has the widths of Times New Roman. Each stands for the letters of its script alone
// and right behind the face that it stands for: the first face that has a space gives the line its height, and if another script's file came
// before this one's, its height would hold until then.
const latinHere = 'U+0-5FF,U+1D00-200A,U+2010-2BFF';
const arabicHere = `${arabic},${arabicSigns},${marks}`;
const serif = { ascent: 1.036, descent: .335, range: latinHere };
const naskh = { ascent: 1.069, descent: .634, range: arabicHere };
const head = { ascent: 1.0254, descent: .5371, range: families.find(({ family }) => family === 'SP Head').letters };
const fallbacks = [
  { family: 'SP Georgia', ...serif, local: ['Georgia', 'Georgia Bold', 'Georgia Italic'], widths: { 400: 1.0649, 700: .9474, italic: .9644 } },
  { family: 'SP Times', ...serif, local: ['Times New Roman', 'Times New Roman Bold', 'Times New Roman Italic'], twin: 'Liberation Serif', widths: { 400: 1.1686, 700: 1.1356, italic: 1.074 } },
  { family: 'SP Noto', ...serif, local: ['Noto Serif', 'Noto Serif Bold', 'Noto Serif Italic'], widths: { 400: .9871, 700: .9593, italic: .9275 } },
  { family: 'SP Naskh Noto', ...naskh, local: ['Noto Naskh Arabic', 'Noto Naskh Arabic Bold'], widths: { 400: 1, 700: 1 } },
  { family: 'SP Naskh DejaVu', ...naskh, local: ['DejaVu Sans', 'DejaVu Sans Bold'], widths: { 400: .8465, 500: .8552, 700: .7406 } },
  { family: 'SP Head Naskh', ...head, local: ['Noto Naskh Arabic', 'Noto Naskh Arabic Bold'], widths: { 700: 1.0634, 800: 1.0671 } },
  { family: 'SP Head DejaVu', ...head, local: ['DejaVu Sans', 'DejaVu Sans Bold'], widths: { 700: .7876, 800: .7903 } },
];

const pairs = range => range.split(',').map(part => part.trim().slice(2).split('-')).map(([from, to]) => [parseInt(from, 16), parseInt(to ?? from, 16)]);

const text = range => pairs(range).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))).join('');

// The static cuts of a family as fontsource publishes them, because browsers write variable fonts into PDF as shapes without text.
function published(folder, { family, pack, cuts, subsets, lacksSpace }) {
  return cuts.flatMap(cut => {
    const css = readFileSync(join(folder, pack, `${cut}.css`), 'utf8');
    return [...css.matchAll(/@font-face\s*{([^}]*)}/g)].map(([, body]) => {
      const file = /files\/([^)"']+\.woff2)/.exec(body)[1];
      const range = /unicode-range:\s*([^;]+)/.exec(body)?.[1].trim();
      const read = name => readFileSync(join(folder, pack, 'files', name));
      return {
        family, file, range, lacksSpace, weight: parseInt(cut), style: cut.endsWith('italic') ? 'italic' : 'normal',
        bytes: () => read(file), all: () => read(`${pack}-all-${parseInt(cut)}-normal.woff`),
      };
    }).filter(face => subsets.some(subset => face.file.startsWith(`${pack}-${subset}-${face.weight}`)));
  });
}

/**
 * Writes the font files.
 * @param folder Where the packages of fontsource are.
 * @param write Given a plain name and bytes; returns the name in the bundle.
 * @returns {{ all: string, whole: string, files: object[] }} The rules of all faces, those without the small files, and what file holds which letters; a later one comes before an earlier one.
 */
export async function createFonts(folder, write) {
  const rule = ({ family, file, range, weight, style, bytes }) =>
    `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:swap;src:url(${write(file, bytes())}) format("woff2");unicode-range:${range}}`;
  const whole = families.flatMap(family => published(folder, family));
  for (const face of whole.filter(face => face.lacksSpace)) {
    const bytes = await subsetFont(face.all(), text(`${face.range},U+20`), { targetFormat: 'woff2', keepFeatures });
    face.bytes = () => bytes;
  }

  const few = [];
  for (const { family, few: name = family, subsets: [subset], pack, letters } of families) {
    for (const face of whole.filter(face => face.family === family && face.file.startsWith(`${pack}-${subset}-${face.weight}`))) {
      const bytes = await subsetFont(face.bytes(), text(letters), { targetFormat: 'woff2', keepFeatures });
      few.push({ ...face, family: name, range: letters, file: face.file.replace(`${pack}-${subset}-`, `${pack}-${subset}-basic-`), bytes: () => bytes });
    }
  }

  const rules = whole.map(rule).join('\n');
  return {
    all: [rules, ...few.map(rule), ...fallbacks.flatMap(fallback)].join('\n'),
    whole: rules,
    files: [...whole, ...few].map(({ family, file, range, weight, style }) => ({ file, family, weight, style, ranges: pairs(range).flat() })).reverse(),
  };
}

// What joins letters, sets their marks and their distances, and the figures that the style sheet asks for; not fractions.
const keepFeatures = ['ccmp', 'locl', 'rlig', 'liga', 'calt', 'init', 'medi', 'fina', 'kern', 'mark', 'mkmk', 'abvm', 'blwm', 'lnum', 'onum', 'pnum', 'tnum'];

function fallback({ family, local: [regular, bold, italic], twin, widths, ascent, descent, range }) {
  const percent = share => `${Math.round(share * 10000) / 100}%`;
  return Object.entries(widths).map(([cut, width]) => {
    const name = cut === 'italic' ? italic : cut >= 600 ? bold : regular;
    const sources = [name, ...twin ? [name.replace(regular, twin)] : []].map(each => `local("${each}")`).join(',');
    const look = cut === 'italic' ? 'font-weight:400;font-style:italic' : `font-weight:${cut};font-style:normal`;
    return `@font-face{font-family:"${family}";${look};src:${sources};size-adjust:${percent(width)};ascent-override:${percent(ascent / width)};descent-override:${percent(descent / width)};line-gap-override:0%;unicode-range:${range}}`;
  });
}
