// Brings files for an import in pieces. After a lost network, a closed window or a server that was started again it goes on where it was; without it a plain form brings small ones.
const pieceSize = 1 << 20;
const longestWait = 15_000;
const form = document.querySelector('form[data-upload], form[data-upload-page]');
const shown = form?.querySelector('[data-upload-progress]');
const [text, bar] = [shown?.querySelector('p'), shown?.querySelector('progress')];
const number = new Intl.NumberFormat(document.documentElement.lang);

const wait = time => new Promise(done => setTimeout(done, time));
const hex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

// A page over plain HTTP on another machine has no digests; the bytes are counted all the same.
const digestOf = async bytes => globalThis.crypto?.subtle ? hex(await crypto.subtle.digest('SHA-256', bytes)) : '';

function say(words) {
  if (text.textContent !== words) text.textContent = words;
}

function fail(words) {
  const fault = form.querySelector('[data-upload-fault]');
  [fault.textContent, fault.hidden] = [words, !words];
  shown.hidden = true;
  form.querySelector('button[type=submit]').disabled = false;
}

// Asks until something answers: a server may be away for a while, and somebody may have been signed out.
async function ask(address, options) {
  for (let pause = 500; ; pause = Math.min(pause * 2, longestWait)) {
    const answer = await fetch(address, { ...options, redirect: 'manual' }).catch(() => null);
    if (answer && answer.type !== 'opaqueredirect' && answer.status < 500 && answer.status !== 429 || answer?.status === 507) return answer;
    say(answer?.type === 'opaqueredirect' ? shown.dataset.signedOut : shown.dataset.waiting);
    await wait(pause);
  }
}

function show(files, sent) {
  const all = files.reduce((sum, file) => sum + file.size, 0);
  bar.value = Math.floor(100 * sent / all);
  say(shown.dataset.sending.replace('{0}', number.format(bar.value)));
}

async function isSame(file, part) {
  const tail = file.slice(Math.max(0, part.received - pieceSize), part.received);
  const digest = part.tail && await digestOf(await tail.arrayBuffer());
  return !digest || digest === part.tail;
}

// False where it cannot go on; what to do has been said.
async function send(page, token, file, index, from, tell) {
  let offset = from;
  while (offset < file.size) {
    tell(offset);
    const bytes = await file.slice(offset, offset + pieceSize).arrayBuffer().catch(() => null);
    if (!bytes) return fail(shown.dataset.unreadable), false;
    const headers = { 'content-type': 'application/octet-stream', 'x-piece-digest': await digestOf(bytes), RequestVerificationToken: token };
    const answer = await ask(`${page}/files/${index}/${offset}`, { method: 'POST', body: bytes, headers });
    if (answer.status === 507) return fail(shown.dataset.noRoom), false;
    const received = parseInt(await answer.text(), 10);
    if (answer.status === 404 || answer.status === 400 || Number.isNaN(received)) return fail(shown.dataset.gone), false;
    if (answer.status === 422) await wait(1000);
    offset = received;
  }
  return true;
}

async function bring() {
  const chosen = [...form.elements.namedItem('files').files];
  const token = form.elements.namedItem('form-token').value;
  form.querySelector('button[type=submit]').disabled = true;
  form.querySelector('[data-upload-fault]').hidden = true;
  shown.hidden = false;
  let page = form.dataset.uploadPage;
  if (!page) {
    const body = new URLSearchParams([...new FormData(form)].filter(([name]) => name !== 'files'));
    body.set('list', JSON.stringify(chosen.map(file => ({ name: file.name, size: file.size, modified: file.lastModified }))));
    const answer = await ask(form.dataset.upload, { method: 'POST', body });
    const begun = await answer.json().catch(() => ({ fault: shown.dataset.gone }));
    if (begun.fault) return fail(begun.fault);
    page = begun.page;
    // Whoever opens this window again finds the import that has begun.
    history.replaceState(null, '', page);
  }
  const state = await (await ask(`${page}/state`)).json().catch(() => null);
  if (!state?.isOpen) return fail(shown.dataset.gone);
  const files = state.files.map(part => chosen.find(file => file.name.normalize() === part.name && file.size === part.size));
  const missing = state.files.findIndex((part, index) => !files[index] && part.received < part.size);
  if (missing >= 0) return fail(shown.dataset.missing.replace('{0}', state.files[missing].name));
  for (const [index, part] of state.files.entries()) {
    if (part.received === part.size) continue;
    if (!await isSame(files[index], part)) return fail(shown.dataset.other.replace('{0}', part.name));
    const before = state.files.slice(0, index).reduce((sum, each) => sum + each.size, 0);
    if (!await send(page, token, files[index], index, part.received, offset => show(state.files, before + offset))) return;
  }
  show(state.files, state.files.reduce((sum, file) => sum + file.size, 0));
  // The next step is a form like any other, and leads to the page of the import.
  form.action = `${page}/check`;
  form.elements.namedItem('files').disabled = true;
  form.enctype = 'application/x-www-form-urlencoded';
  form.submit();
}

form?.addEventListener('submit', event => {
  event.preventDefault();
  event.stopPropagation();
  bring();
});
