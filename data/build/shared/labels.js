/** Where a model was made. The same spelling in every dataset. */
export const ORIGINS = ['China', 'US and Canada', 'Europe', 'Other', 'Unidentified'];

/** What a model's weights allow. The same spelling in every dataset. */
export const WEIGHTS = ['Open weights', 'Proprietary', 'Unidentified'];

/** Our origin → the archive's columns (in Portuguese) that it adds up. */
export const ARCHIVE_ORIGINS = {
  China: ['China'],
  'US and Canada': ['EUA/Canada'],
  Europe: ['Europa'],
  Other: ['Coreia', 'Outros'],
  Unidentified: ['Nao identificado'],
};

/** Our lab → its name in the weekly archive. xAI is there as a share only. */
export const ARCHIVE_LABS = {
  DeepSeek: 'deepseek',
  Tencent: 'tencent',
  Xiaomi: 'xiaomi',
  'Z.ai': 'z-ai',
  MiniMax: 'minimax',
  Anthropic: 'anthropic',
  Google: 'google',
  OpenAI: 'openai',
};

const LAB_ORIGINS = new Map([
  ['DeepSeek', 'China'],
  ['Tencent', 'China'],
  ['Xiaomi', 'China'],
  ['Z.ai', 'China'],
  ['MiniMax', 'China'],
  ['Moonshot', 'China'],
  ['Qwen', 'China'],
  ['StepFun', 'China'],
  ['Anthropic', 'US and Canada'],
  ['Google', 'US and Canada'],
  ['OpenAI', 'US and Canada'],
  ['xAI', 'US and Canada'],
  ['NVIDIA', 'US and Canada'],
  ['Poolside', 'US and Canada'],
  ['Mistral', 'Europe'],
  ['Unidentified', 'Unidentified'],
]);

/** @param {string} lab @returns {string} its origin; throws for a lab nobody placed */
export function originOf(lab) {
  const origin = LAB_ORIGINS.get(lab);
  if (!origin) throw new Error(`no origin is known for the lab "${lab}"`);
  return origin;
}
