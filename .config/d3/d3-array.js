// Stands in for d3-array in the script builds: our scales have one stretch each and every axis has explicit ticks, so
// d3-scale neither searches a domain of several stretches nor makes ticks. d3-shape asks for nothing of it.
const unused = () => {
  throw new Error('ticks and domains of several stretches are not in this build');
};
export class InternMap extends Map {}
export {
  unused as ascending,
  unused as bisect,
  unused as bisector,
  unused as quantile,
  unused as quantileSorted,
  unused as range,
  unused as thresholds,
  unused as tickIncrement,
  unused as tickStep,
  unused as ticks,
};
