import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Family } from './exposition.ts';
import { gauge } from './province-facts.ts';

/** This process: memory, and how long it was too busy to answer at once. */
export function watchProcess(): { readonly facts: () => readonly Family[]; readonly stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return {
    facts() {
      const { rss, heapUsed } = process.memoryUsage();
      const facts = [
        gauge('process_resident_memory_bytes', 'Memory the process takes.', rss),
        gauge('nodejs_heap_size_used_bytes', 'Of it, the heap in use.', heapUsed),
        gauge('process_start_time_seconds', 'When it started, Unix time.', Date.now() / 1000 - process.uptime()),
        gauge('nodejs_eventloop_lag_p99_seconds', 'Since it was last asked.', (delay.percentile(99) || 0) / 1e9),
        gauge('nodejs_eventloop_lag_max_seconds', 'Since it was last asked.', (delay.max || 0) / 1e9),
      ];
      delay.reset();
      return facts;
    },
    stop: () => void delay.disable(),
  };
}
