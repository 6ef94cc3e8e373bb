// Shows the copy button beside the news link where the browser can copy, and copies.
for (const button of document.querySelectorAll('button[data-copy]')) {
  if (navigator.clipboard) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const words = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2500);
    });
  }
}

// WebKit prints an empty box for a picture that nobody has scrolled to, and asks for it too late when it is told while it prints. So it asks for those of the story by itself, when the page
// is there and has come to rest; other browsers ask for them as they print.
const ask = pictures => document.querySelectorAll(`${pictures}[loading=lazy]`).forEach(image => { image.loading = 'eager'; });
addEventListener('beforeprint', () => ask('img'));
if (navigator.vendor.startsWith('Apple') && !navigator.connection?.saveData) {
  addEventListener('load', () => setTimeout(() => ask('article .body img'), 2000));
}
