/**
 * Monotone cubic interpolation through given points.
 *
 * F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on Numerical Analysis 17
 * (1980), 238–246: start from the mean of the neighbouring secants (zero where they differ in sign), then pull each
 * pair of slopes back into the circle α² + β² ≤ 9, inside which a cubic Hermite piece has no turning point. Between
 * two points the curve therefore never leaves the range of the two.
 *
 * @param {number[]} xs increasing, any unit
 * @param {number[]} ys as many
 * @returns {(x: number) => number} defined from the first to the last x
 */
export function monotoneCubic(xs, ys) {
  const secants = xs.slice(1).map((x, k) => (ys[k + 1] - ys[k]) / (x - xs[k]));
  const slopes = limitSlopes(meanSlopes(secants), secants);
  return (x) => {
    const next = xs.findIndex((known) => known > x);
    const k = (next < 0 ? xs.length - 1 : next) - 1;
    return hermite(x, [xs[k], xs[k + 1]], [ys[k], ys[k + 1]], [slopes[k], slopes[k + 1]]);
  };
}

/** One slope a point: the mean of the secants left and right of it, at an end the only one. */
function meanSlopes(secants) {
  const inner = secants.slice(1).map((right, k) => (secants[k] * right <= 0 ? 0 : (secants[k] + right) / 2));
  return [secants[0], ...inner, secants.at(-1)];
}

function limitSlopes(slopes, secants) {
  const limited = [...slopes];
  secants.forEach((secant, k) => {
    if (secant === 0) {
      limited[k] = 0;
      limited[k + 1] = 0;
      return;
    }
    const alpha = limited[k] / secant;
    const beta = limited[k + 1] / secant;
    const squared = alpha ** 2 + beta ** 2;
    if (squared <= 9) return;
    const tau = 3 / Math.sqrt(squared);
    limited[k] = tau * alpha * secant;
    limited[k + 1] = tau * beta * secant;
  });
  return limited;
}

/** The cubic Hermite polynomial on one interval. */
function hermite(x, [x0, x1], [y0, y1], [m0, m1]) {
  const width = x1 - x0;
  const t = (x - x0) / width;
  const left = (1 + 2 * t) * (1 - t) ** 2 * y0 + t * (1 - t) ** 2 * width * m0;
  const right = t ** 2 * (3 - 2 * t) * y1 + t ** 2 * (t - 1) * width * m1;
  return left + right;
}
