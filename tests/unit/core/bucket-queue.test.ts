import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BucketQueue } from '../../../src/core/bucket-queue.ts';

describe('BucketQueue', () => {
  it('is empty at first and after the last entry', () => {
    const queue = new BucketQueue(1, 10);
    expect(queue.pop()).toBe(false);
    queue.push(7, 3);
    expect(queue.pop()).toBe(true);
    expect([queue.node, queue.key]).toEqual([7, 3]);
    expect(queue.pop()).toBe(false);
  });

  it('keeps more entries than it first has room for', () => {
    const queue = new BucketQueue(1, 100);
    for (let i = 0; i < 10_000; i++) queue.push(i, (i * 37) % 100);
    const seen = new Set<number>();
    while (queue.pop()) {
      expect(queue.key).toBe((queue.node * 37) % 100);
      seen.add(queue.node);
    }
    expect(seen.size).toBe(10_000);
  });

  it('pops like a sorted list, up to the order inside one bucket', () => {
    const width = fc.constantFrom(0.001, 0.5, 3, 50);
    const steps = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }));
    fc.assert(
      fc.property(width, steps, (width, steps) => {
        const span = 40;
        const queue = new BucketQueue(width, span);
        let sorted: [node: number, key: number][] = [];
        let node = 0;
        let last = 0;
        for (const pushes of steps) {
          for (const share of pushes) {
            // No key lies below the one popped last, nor more than the span above it.
            const key = last + share * span;
            queue.push(node, key);
            sorted.push([node++, key]);
          }
          expect(queue.pop()).toBe(sorted.length > 0);
          if (!sorted.length) continue;
          const least = Math.min(...sorted.map(([, key]) => key));
          expect(Math.floor(queue.key / width)).toBeLessThanOrEqual(Math.floor(least / width) + 1);
          expect(queue.key - least).toBeLessThanOrEqual(width * (1 + 1e-9));
          expect(sorted).toContainEqual([queue.node, queue.key]);
          sorted = sorted.filter(([other]) => other !== queue.node);
          // As a search does: what is pushed next starts from the least key waiting.
          last = Math.max(last, least);
        }
        let left = sorted.length;
        while (queue.pop()) left--;
        expect(left).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
