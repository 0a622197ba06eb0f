export default function (eleventy) {
  eleventy.addPassthroughCopy({ 'node_modules/open-token-charts/dist/*.js': 'charts', 'node_modules/open-token-charts/dist/chunks': 'charts/chunks', data: 'data' });
  return { dir: { input: 'content', output: 'dist' } };
}
