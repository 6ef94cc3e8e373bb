/** The pictures of the development page: words, rights, some without anything. A search for `slow`, `broken` or `never` shows how that looks. */
const subjects = ['The lamp at the northern pier', 'Boats in the inner harbour before sunrise, seen from the roof of the old customs house', 'The new hall of the library', 'Snow on the bridge', 'پل کهنهٔ بندر در بامداد', 'Wind over the dunes', 'Der alte Leuchtturm im Nebel'];
const credits = ['Sara Lind', 'Omid', 'L. Berg / Harbour Post', ''];

interface Answer {
  status: number;
  body: unknown;
}

const all = Array.from({ length: 130 }, (_, index) => {
  const isTall = index % 5 === 3;
  const hash = index.toString(16).padStart(4, '0').repeat(16);
  const words = index % 11 === 10 ? {} : { caption: subjects[index % subjects.length], alt: 'Grey water and a lamp', credit: credits[index % credits.length] };
  const rights = index % 9 === 2 ? { rights: 'ended', rightsWords: 'Rights ended on 1 October 2026' } : index % 9 === 5 ? { rights: 'ending', rightsWords: 'Rights end on 3 March 2027' } : {};
  return { file: `${hash} ${isTall ? '900x1600' : '1600x900'}`, address: index === 12 ? '/gone.jpg' : `/media/${hash}/480.jpg`, title: '', ...words, focus: '0.5 0.25', made: 'digitalCapture', ...rights };
});

export async function library(query: URLSearchParams): Promise<Answer> {
  const words = (query.get('q') ?? '').toLowerCase();
  if (words === 'slow') await new Promise(done => setTimeout(done, 7_000));
  if (words === 'never') await new Promise(() => {});
  if (words === 'broken') return { status: 503, body: { problem: 'The pictures cannot be searched now.' } };
  const found = all.filter(picture => words === '' || words === 'slow' || JSON.stringify(picture).toLowerCase().includes(words));
  const from = Number(query.get('from'));
  return { status: 200, body: { pictures: found.slice(from, from + 48), more: from + 48 < found.length } };
}
