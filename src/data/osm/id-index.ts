/** Finds the index of an OSM object by its id, of nodes, ways or relations; -1 where the extract does not hold it. */
export function idIndex(ids: Float64Array): (id: number) => number {
  let sorted = ids;
  let order: Uint32Array | null = null;
  if (!ascending(ids)) {
    order = Uint32Array.from(ids.keys()).sort((a, b) => ids[a] - ids[b]);
    sorted = Float64Array.from(order, (i) => ids[i]);
  }
  return (id) => {
    let [low, high] = [0, sorted.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = sorted[middle];
      if (there === id) return order ? order[middle] : middle;
      if (there < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
}

function ascending(ids: Float64Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i] <= ids[i - 1]) return false;
  return true;
}
