import { OriginSplitBar } from '../elements/origin-split-bar.js';
import { register } from './register.js';

register('origin-split-bar', OriginSplitBar);

export * from '../elements/origin-split-bar.js';
