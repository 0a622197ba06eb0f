import { EditorsNotes } from '../elements/editors-notes.js';
import { register } from './register.js';

register('editors-notes', EditorsNotes);

export * from '../elements/editors-notes.js';
