/** Does something each time an element comes into sight of what is scrolled. Where the browser cannot tell, the element itself is pressed. */
export function whenSeen(watched: HTMLElement, scrolled: HTMLElement, what: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => {};
  const observer = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) what(); }, { root: scrolled, rootMargin: '200px' });
  observer.observe(watched);
  return () => observer.disconnect();
}
