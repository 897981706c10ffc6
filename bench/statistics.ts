/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/**
 * The exponent k of the power law y = c * x^k that fits the points best: the slope of a line through their logarithms.
 * 1 is linear, 2 quadratic.
 */
export function exponentOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (pick: (log: { readonly x: number; readonly y: number }) => number) =>
    logs.reduce((sum, log) => sum + pick(log), 0) / logs.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const covariance = logs.reduce((sum, log) => sum + (log.x - meanX) * (log.y - meanY), 0);
  const variance = logs.reduce((sum, log) => sum + (log.x - meanX) ** 2, 0);
  return covariance / variance;
}
