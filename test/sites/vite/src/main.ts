import 'open-token-charts/define';
import { type Dataset } from 'open-token-charts';

const chart = document.querySelector('token-volume-chart'); // its class by HTMLElementTagNameMap
chart?.addEventListener('chart-load', () => {
  const dataset: Dataset = chart.dataset;
  document.title = dataset.title;
});
