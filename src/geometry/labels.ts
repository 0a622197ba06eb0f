/** A label that wants its middle at `y` and is `height` px tall. */
export interface Wish {
  readonly y: number;
  readonly height: number;
}

/**
 * Middles as near to the wished ones as can be without overlap, between `top` and `bottom`, in the wishes' order.
 * Neighbours that collide are pooled and centred on their mean (pool adjacent violators, Ayer et al. 1955).
 */
export function spread(wishes: readonly Wish[], top: number, bottom: number): readonly number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => (wishes[a]?.y ?? 0) - (wishes[b]?.y ?? 0) || a - b);
  interface Pool {
    start: number;
    height: number;
    wished: number;
    members: number[];
  }
  const pools: Pool[] = [];
  for (const i of order) {
    const wish = wishes[i] as Wish; // i runs over the wishes
    let pool: Pool = { start: wish.y - wish.height / 2, height: wish.height, wished: wish.y - wish.height / 2, members: [i] };
    for (let before = pools.at(-1); before && before.start + before.height > pool.start; before = pools.at(-1)) {
      pools.pop();
      const members = [...before.members, ...pool.members];
      const wished = (before.wished * before.members.length + (pool.wished - before.height) * pool.members.length) / members.length;
      pool = { start: wished, wished, height: before.height + pool.height, members };
    }
    pool.start = Math.max(top, Math.min(bottom - pool.height, pool.start));
    pools.push(pool);
    // a pool pushed back from the bottom may now reach the one above
    for (let last = pools.at(-1), before = pools.at(-2); last && before && before.start + before.height > last.start + 1e-9; last = pools.at(-1), before = pools.at(-2)) {
      pools.splice(-2, 2, { start: Math.max(top, Math.min(bottom - before.height - last.height, before.start)), wished: before.wished, height: before.height + last.height, members: [...before.members, ...last.members] });
    }
  }
  const middles = new Array<number>(wishes.length).fill(0);
  for (const pool of pools) {
    let y = pool.start;
    for (const i of pool.members) {
      const { height } = wishes[i] as Wish;
      middles[i] = y + height / 2;
      y += height;
    }
  }
  return middles;
}
