import { SentimentSplitBar } from '../elements/sentiment-split-bar.js';
import { register } from './register.js';

register('sentiment-split-bar', SentimentSplitBar);

export * from '../elements/sentiment-split-bar.js';
