/** A member way of a relation: its nodes in order, and whether its role calls it part of a hole. */
export interface Strand {
  nodes: number[];
  inner: boolean;
}

/** Strands that join into a closed ring (first node again at the end); `inner` where all of them are. */
export type JoinedRing = Strand;

/**
 * Joins strands end to end, in any direction, into rings. The walk goes on from strand to strand
 * and cuts a ring off as soon as it comes back to a node where it has been, so that rings which
 * touch at a node come out one by one. Where several rings could be made of the same strands, all
 * choices enclose the same ground by the even-odd rule.
 * @returns the rings, and the number of strands (`open`) that lead to a dead end.
 */
export function joinRings(strands: Strand[]): { rings: JoinedRing[]; open: number } {
  const rings: JoinedRing[] = [];
  const loose: Strand[] = [];
  for (const strand of strands) {
    const { nodes } = strand;
    if (nodes[0] === nodes[nodes.length - 1]) rings.push(strand);
    else loose.push(strand);
  }
  const meeting = new Map<number, number[]>();
  loose.forEach(({ nodes }, s) => {
    for (const end of [nodes[0], nodes[nodes.length - 1]]) {
      const there = meeting.get(end);
      if (there) there.push(s);
      else meeting.set(end, [s]);
    }
  });

  const used = new Uint8Array(loose.length);
  let open = 0;
  for (let first = 0; first < loose.length; first++) {
    if (used[first]) continue;
    // path[k] leads from ends[k] to ends[k + 1]; position tells where in `ends` a node stands.
    const path: Strand[] = [];
    const ends = [loose[first].nodes[0]];
    const position = new Map([[ends[0], 0]]);
    for (;;) {
      const end = ends[ends.length - 1];
      const there = meeting.get(end)!;
      while (there.length && used[there[there.length - 1]]) there.pop();
      const next = there.pop();
      if (next === undefined) {
        // Nothing leads on: what led here is part of no ring.
        if (!path.pop()) break;
        open++;
        position.delete(ends.pop()!);
        continue;
      }
      used[next] = 1;
      const { nodes, inner } = loose[next];
      const onward = nodes[0] === end ? nodes : [...nodes].reverse();
      const goal = onward[onward.length - 1];
      path.push({ nodes: onward, inner });
      const back = position.get(goal);
      if (back === undefined) {
        position.set(goal, ends.length);
        ends.push(goal);
        continue;
      }
      rings.push(ringOf(path.splice(back)));
      for (const node of ends.splice(back + 1)) position.delete(node);
    }
  }
  return { rings, open };
}

function ringOf(strands: Strand[]): JoinedRing {
  const nodes = [strands[0].nodes[0]];
  for (const strand of strands)
    for (let k = 1; k < strand.nodes.length; k++) nodes.push(strand.nodes[k]);
  return { nodes, inner: strands.every(({ inner }) => inner) };
}
