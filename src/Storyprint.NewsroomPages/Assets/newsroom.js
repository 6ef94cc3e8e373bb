// What the newsroom's pages do with script: passkeys, and little helps. Everything else works without.
const field = (form, name) => form.elements.namedItem(name);

function fromJson(kind, options) {
  const parse = globalThis.PublicKeyCredential?.[kind === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'];
  return parse ? parse.call(PublicKeyCredential, options) : null;
}

async function passkey(button) {
  const form = button.form;
  const fault = form.querySelector('[data-passkey-fault]');
  const say = text => { fault.textContent = text; fault.hidden = !text; };
  say('');
  button.disabled = true;
  try {
    const body = new URLSearchParams(new FormData(form));
    body.delete('password');
    const answer = await fetch(button.dataset.options, { method: 'POST', body, headers: { accept: 'application/json' } });
    const options = await answer.json().catch(() => null);
    if (!answer.ok || !options || options.fault) {
      say(options?.fault ?? button.dataset.missing);
      return;
    }
    const publicKey = fromJson(button.dataset.passkey, options);
    if (!publicKey) {
      say(button.dataset.missing);
      return;
    }
    const credential = button.dataset.passkey === 'create' ? await navigator.credentials.create({ publicKey }) : await navigator.credentials.get({ publicKey });
    field(form, 'credential').value = JSON.stringify(credential.toJSON());
    form.noValidate = true;
    form.submit();
  } catch (problem) {
    // Somebody who closes the browser's own window has changed his mind.
    say(problem.name === 'NotAllowedError' || problem.name === 'AbortError' ? '' : `${button.dataset.missing} (${problem.name})`);
  } finally {
    button.disabled = false;
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest('button[data-passkey]');
  if (button) {
    event.preventDefault();
    passkey(button);
  }
});

// A link to be handed on is chosen whole at a touch.
document.addEventListener('focusin', event => { if (event.target.matches('[data-select]')) event.target.select(); });

// A form is sent once, however often its button is clicked.
document.addEventListener('submit', event => {
  if (event.target.dataset.sent) {
    event.preventDefault();
  } else if (event.target.method === 'post' && !event.target.querySelector('[name=form]')) {
    event.target.dataset.sent = 'yes';
  }
});

// Back from another page: what was signed out may not stand there, and forms can be sent again.
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

// Dragging does what the buttons do: rows of a list change their order, a story goes to a place.
let dragged = null;
document.addEventListener('dragstart', event => {
  dragged = event.target.closest?.('[draggable=true]') ?? null;
  event.dataTransfer?.setData('text/plain', dragged?.dataset.story ?? '');
});
document.addEventListener('dragover', event => {
  const place = placeOf(event.target);
  document.querySelectorAll('.drop').forEach(each => each !== place && each.classList.remove('drop'));
  if (place) {
    event.preventDefault();
    place.classList.add('drop');
  }
});
document.addEventListener('dragend', () => document.querySelectorAll('.drop').forEach(each => each.classList.remove('drop')));
document.addEventListener('drop', event => {
  const place = placeOf(event.target);
  if (!place) return;
  event.preventDefault();
  const front = place.closest('[data-front]');
  if (front) {
    send(front, dragged.dataset.slot ? `move ${dragged.dataset.slot} ${place.dataset.slot}` : `place ${place.dataset.slot}`, dragged.dataset.story);
  } else {
    const list = place.parentElement;
    const after = [...list.children].indexOf(dragged) < [...list.children].indexOf(place);
    place[after ? 'after' : 'before'](dragged);
    const order = list.parentElement.querySelector(':scope > [name$=".order"]');
    order.value = [...list.children].map(row => row.dataset.row).join(' ');
  }
});

function placeOf(target) {
  if (!dragged) return null;
  const place = target.closest?.(dragged.dataset.story ? '[data-slot]' : '.item[draggable=true]');
  return place && place !== dragged && (dragged.dataset.story || place.parentElement === dragged.parentElement) ? place : null;
}

function send(form, verb, story) {
  const field = document.createElement('input');
  [field.type, field.name, field.value] = ['hidden', 'do', verb];
  form.append(field);
  form.elements.namedItem('story').value = story;
  form.submit();
}

// The mark of an address while it is typed.
document.addEventListener('input', event => {
  const mark = document.querySelector(`[data-preview-of="${CSS.escape(event.target.id)}"]`);
  if (mark && /^https?:\/\/[^/]+$/.test(event.target.value)) mark.src = mark.dataset.preview + encodeURIComponent(event.target.value);
});

document.addEventListener('click', event => {
  const width = event.target.closest('[data-width]');
  if (width) document.querySelector('iframe.preview').classList.toggle('phone', width.dataset.width === 'phone');
});

// A preview follows what is typed.
const previewed = document.querySelector('form[data-preview]');
if (previewed) {
  let timer;
  let asked = 0;
  previewed.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const number = ++asked;
      const answer = await fetch(previewed.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(previewed)) }).catch(() => null);
      if (answer?.ok && number === asked) document.getElementById('preview').innerHTML = await answer.text();
    }, 300);
  });
}

// A server takes the place of another: the page goes on when it answers.
const next = document.body.dataset.goesOn;
if (next) {
  const look = async () => {
    const answer = await fetch(next, { redirect: 'manual' }).catch(() => null);
    if (answer?.ok) location.assign(next);
    else setTimeout(look, 400);
  };
  setTimeout(look, 1200);
}

// Something goes on in the background: how far it is, and a new page when it has ended.
const progress = document.querySelector('[data-progress]');
if (progress) {
  const look = async () => {
    const answer = await fetch(progress.dataset.progress, { redirect: 'manual' }).catch(() => null);
    const now = answer?.ok ? await answer.json().catch(() => null) : null;
    if (now?.ended) return location.replace(location.pathname);
    if (now) {
      const text = progress.querySelector('p');
      if (text.textContent !== now.text) text.textContent = now.text;
      if (now.percent === null) progress.querySelector('progress').removeAttribute('value');
      else progress.querySelector('progress').value = now.percent;
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 300);
}

// Lists by keyboard: letters act where nobody types.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, [contenteditable=true]')) return;
  const rows = [...document.querySelectorAll('[data-rows] tbody tr a:first-of-type')];
  const at = rows.indexOf(document.activeElement);
  const step = { j: 1, k: -1 }[event.key];
  if (step && rows.length > 0) {
    event.preventDefault();
    rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step))].focus();
    return;
  }
  const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (named) {
    event.preventDefault();
    if (named.matches('a')) named.click();
    else named.focus();
  }
});

// A list follows what others do: where its mark is another, it is fetched anew, and the row that has the focus keeps it.
const live = document.querySelector('[data-live]');
if (live) {
  const look = async () => {
    const mark = document.hidden ? null : await fetch(live.dataset.live, { redirect: 'manual' }).then(answer => (answer.ok ? answer.text() : null)).catch(() => null);
    if (mark && mark !== live.dataset.mark && !live.contains(document.activeElement?.closest('details'))) {
      const page = await fetch(location.href, { redirect: 'manual' }).then(answer => (answer.ok ? answer.text() : null)).catch(() => null);
      const fresh = page && new DOMParser().parseFromString(page, 'text/html').getElementById(live.id);
      if (fresh) {
        const focused = live.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
        live.replaceChildren(...fresh.childNodes);
        live.dataset.mark = fresh.dataset.mark;
        if (focused) [...live.querySelectorAll('a')].find(link => link.getAttribute('href') === focused)?.focus();
      }
    }
    setTimeout(look, 4000);
  };
  setTimeout(look, 4000);
}
