// Extras of navigation only: every page reads and works without them.
for (const heading of document.querySelectorAll('main :is(h2, h3)[id]')) {
  const link = document.createElement('a');
  link.className = 'anchor';
  link.href = `#${heading.id}`;
  link.textContent = '#';
  link.setAttribute('aria-label', `Link to “${heading.textContent.trim()}”`);
  heading.append(link);
}

// A source cited more than once has several ways back: the one that the reader came by is marked.
document.addEventListener('click', (event) => {
  const cited = event.target instanceof Element && event.target.closest('.cite a');
  if (!cited) return;
  for (const back of document.querySelectorAll('.source-uses a')) {
    if (back.hash === `#${cited.id}`) back.setAttribute('aria-current', 'true');
    else back.removeAttribute('aria-current');
  }
});
