// The library of pictures: many are brought at once, one file after the other with a bar; the point that crops keep is chosen on the picture. Both work without script.
const form = document.querySelector('[data-bring]');

function sendOne(file, onProgress) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', event => onProgress(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener('load', () => resolve(request.status === 200 && request.response?.page ? request.response : { problem: request.response?.problem ?? form.dataset.failed }));
    request.addEventListener('error', () => resolve({ problem: form.dataset.failed }));
    const body = new FormData();
    for (const field of form.querySelectorAll('input[type=hidden]')) body.append(field.name, field.value);
    body.append('files', file);
    request.send(body);
  });
}

async function bring(files) {
  const [bar, results, button] = [form.querySelector('[data-bar]'), form.querySelector('[data-results]'), form.querySelector('button')];
  const [text, progress] = [bar.querySelector('p'), bar.querySelector('progress')];
  const all = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let before = 0;
  let failed = 0;
  let last = null;
  button.disabled = true;
  bar.hidden = false;
  results.replaceChildren();
  for (const [index, file] of files.entries()) {
    text.textContent = form.dataset.of.replace('{0}', (index + 1).toLocaleString(document.documentElement.lang)).replace('{1}', files.length.toLocaleString(document.documentElement.lang)).replace('{2}', file.name);
    const answer = await sendOne(file, part => { progress.value = Math.round(100 * (before + part * file.size) / all); });
    before += file.size;
    const row = document.createElement('li');
    const name = document.createElement('bdi');
    name.textContent = file.name;
    row.append(name);
    if (answer.problem) {
      failed++;
      row.className = 'fault';
      row.append(`: ${answer.problem}`);
    } else {
      last = answer.page;
    }
    results.append(row);
  }
  progress.value = 100;
  text.textContent = failed ? '' : form.dataset.sentText;
  button.disabled = false;
  delete form.dataset.sent;
  if (failed === 0) location.assign(files.length === 1 ? last : form.action);
}

if (form) {
  const input = form.querySelector('input[type=file]');
  form.addEventListener('submit', event => {
    event.preventDefault();
    event.stopPropagation();
    if (input.files.length) bring([...input.files]);
  });
  const pictures = data => [...(data?.files ?? [])].filter(file => file.type.startsWith('image/'));
  document.addEventListener('dragover', event => {
    if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
    event.preventDefault();
    form.classList.add('over-it');
  });
  for (const name of ['dragleave', 'drop']) document.addEventListener(name, () => form.classList.remove('over-it'));
  document.addEventListener('drop', event => {
    if (pictures(event.dataTransfer).length === 0) return;
    event.preventDefault();
    bring(pictures(event.dataTransfer));
  });
  document.addEventListener('paste', event => {
    if (pictures(event.clipboardData).length) bring(pictures(event.clipboardData));
  });
}

const aim = document.querySelector('[data-aim]');
if (aim) {
  const fields = ['x', 'y'].map(axis => document.querySelector(`[data-focus=${axis}]`));
  const point = document.createElement('span');
  point.className = 'aim-point';
  aim.append(point);
  aim.dataset.ready = '';
  const show = () => {
    const [x, y] = fields.map(field => field.value);
    [point.style.left, point.style.top] = [`${x}%`, `${y}%`];
    for (const crop of document.querySelectorAll('.crops img')) crop.style.objectPosition = `${x}% ${y}%`;
  };
  aim.addEventListener('click', event => {
    const box = aim.getBoundingClientRect();
    fields[0].value = Math.round(100 * (event.clientX - box.left) / box.width);
    fields[1].value = Math.round(100 * (event.clientY - box.top) / box.height);
    show();
  });
  for (const field of fields) field.addEventListener('input', show);
  show();
}
