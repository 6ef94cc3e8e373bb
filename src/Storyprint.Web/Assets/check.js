// A form that takes a text or a file works without this. With it a file can be dropped or pasted, a photograph taken, and the mark of a printed page read by the camera.
const form = document.querySelector('form.copied');
const text = form.elements.text;
const file = form.elements.file;
const ways = form.querySelector('.ways');

const send = chosen => {
  const list = new DataTransfer();
  list.items.add(chosen);
  file.files = list.files;
  form.requestSubmit();
};

for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  form.addEventListener(name, event => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      form.classList.toggle('over', name === 'dragenter' || name === 'dragover');
      if (name === 'drop' && event.dataTransfer.files.length) {
        send(event.dataTransfer.files[0]);
      }
    }
  });
}

addEventListener('paste', event => {
  if (event.clipboardData.files.length) {
    event.preventDefault();
    send(event.clipboardData.files[0]);
  }
});

// A phone that has a camera and a finger opens it at once; elsewhere the chooser is enough.
const photo = ways.querySelector('[data-way=photo]');
photo.hidden = !matchMedia('(pointer: coarse)').matches;
photo.addEventListener('click', () => {
  const camera = document.createElement('input');
  Object.assign(camera, { type: 'file', accept: 'image/*' });
  camera.setAttribute('capture', 'environment');
  camera.addEventListener('change', () => camera.files.length && send(camera.files[0]));
  camera.click();
});

const live = ways.querySelector('[data-way=camera]');
let stop = null;

async function look() {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const video = Object.assign(document.createElement('video'), { srcObject: stream, playsInline: true, muted: true });
  const words = live.textContent;
  live.textContent = live.dataset.stop;
  ways.after(video);
  let open = true;
  stop = () => {
    open = false;
    stream.getTracks().forEach(track => track.stop());
    video.remove();
    live.textContent = words;
    stop = null;
  };
  await video.play();
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  while (open) {
    const [mark] = await detector.detect(video).catch(() => []);
    if (mark && open) {
      stop();
      text.value = mark.rawValue;
      form.requestSubmit();
      return;
    }
    await new Promise(requestAnimationFrame);
  }
}

live.addEventListener('click', () => stop ? stop() : look().catch(() => stop?.()));
if (self.BarcodeDetector && navigator.mediaDevices) {
  BarcodeDetector.getSupportedFormats().then(formats => { live.hidden = !formats.includes('qr_code'); ways.hidden = photo.hidden && live.hidden; });
}
ways.hidden = photo.hidden && live.hidden;
