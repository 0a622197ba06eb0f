// Stands in for d3-path in the script builds: of lines and areas with straight stretches, which are all we draw, come
// moves, lines and closings. The same text to the letter.
export class Path {
  constructor(digits) {
    this._ = '';
    const k = !(digits <= 15) || digits === null ? 0 : 10 ** Math.floor(digits);
    this.round = k ? (value) => Math.round(value * k) / k : (value) => value;
  }
  moveTo(x, y) {
    this._ += `M${this.round(x)},${this.round(y)}`;
  }
  lineTo(x, y) {
    this._ += `L${this.round(x)},${this.round(y)}`;
  }
  closePath() {
    if (this._) this._ += 'Z';
  }
  toString() {
    return this._;
  }
}
export const path = () => new Path();
