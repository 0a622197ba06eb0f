import { defineConfig } from 'astro/config';
import charts from './charts.js';

export default defineConfig({ site: 'https://example.org', integrations: [charts()] });
