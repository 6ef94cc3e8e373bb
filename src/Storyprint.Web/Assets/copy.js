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

// Safari prints an empty box for a picture that nobody has scrolled to: what is asked for now is there at the latest when it is printed again.
addEventListener('beforeprint', () => document.querySelectorAll('img[loading=lazy]').forEach(image => { image.loading = 'eager'; }));
