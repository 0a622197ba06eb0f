export default {
  globs: ['src/elements/*.ts', 'src/view/*.ts'],
  exclude: ['src/elements/index.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
};
