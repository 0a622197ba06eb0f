// What the test calls when the page is complete: notes what the page is like with the script's tag, then lets it load.
addEventListener('start', () => {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = '../../../dist/open-token-charts.js';
  document.head.append(script);
  globalThis.watched.take();
}, { once: true });
