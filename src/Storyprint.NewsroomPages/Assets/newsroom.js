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
