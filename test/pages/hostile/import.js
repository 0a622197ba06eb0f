// Chromium knows no module scripts in XML documents; an import from a classic script works in all.
import('../../../dist/open-token-charts.js');
