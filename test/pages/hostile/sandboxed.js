// Nobody outside may look in: the page tells its parent what the chart shows once it has an outcome.
const chart = document.querySelector('token-volume-chart');
chart.src = new URLSearchParams(location.search).get('src');
for (const type of ['chart-load', 'chart-error']) {
  chart.addEventListener(type, () => requestAnimationFrame(() => setTimeout(() => {
    const root = chart.shadowRoot;
    parent.postMessage({ state: chart.state, marks: root.querySelectorAll('svg[part=svg] *').length, words: root.querySelector('[role=alert] p')?.textContent ?? '', origin: location.origin === 'null' || self.origin, faults: globalThis.watched.faults }, '*');
  }, 200)));
}
