/** A rating averaged over several random orders of the comparisons. */
export interface OrderAverage {
  readonly mean: number;
  /**
   * Standard deviation over the orders: how much the order alone moves the rating. 0 with a single
   * order.
   */
  readonly orderSpread: number;
}

/**
 * The mean and the spread of each examinee's rating over runs that differ only in order.
 *
 * @param runs  one list a run, one rating an examinee
 * @example
 * averageOverOrders([[1500, 1500], [1510, 1490]])[0]; // => { mean: 1505, orderSpread: 7.0710678 } (± 1e-6)
 */
export function averageOverOrders(runs: readonly (readonly number[])[]): readonly OrderAverage[] {
  return runs[0].map((_, examinee) => {
    const own = runs.map((run) => run[examinee]);
    const mean = own.reduce((sum, rating) => sum + rating / own.length, 0);
    const squares = own.reduce((sum, rating) => sum + (rating - mean) ** 2, 0);
    return { mean, orderSpread: own.length === 1 ? 0 : Math.sqrt(squares / (own.length - 1)) };
  });
}
