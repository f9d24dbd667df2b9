/**
 * How many items some means rest on, for a caption.
 *
 * @example
 * itemsPhrase([40, 40]); // => "n = 40 items"
 * itemsPhrase([12, 40]); // => "n = 12 to 40 items"
 * itemsPhrase([]); // => "n = 0 items"
 */
export function itemsPhrase(items: readonly number[]): string {
  const least = items.length === 0 ? 0 : Math.min(...items);
  const most = items.length === 0 ? 0 : Math.max(...items);
  if (least === most) return `n = ${most} item${most === 1 ? "" : "s"}`;
  return `n = ${least} to ${most} items`;
}
