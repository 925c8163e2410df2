import type { FastifyInstance } from 'fastify';
import type { Family, Sample } from './exposition.ts';

/** Upper ends of the buckets, seconds: what a person feels, and what the bars of the benches name. */
const BUCKETS_S = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Count {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  count: number;
}

/** Counts what is answered, by the route's pattern: no id, name or token becomes a label, and their number is bounded. */
export function countRequests(app: FastifyInstance): () => readonly Family[] {
  const counts = new Map<string, Count>();
  const buckets = BUCKETS_S.map(() => 0);
  let [all, seconds] = [0, 0];
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    const key = `${method} ${route} ${status}`;
    const known = counts.get(key) ?? { method, route, status, count: 0 };
    known.count += 1;
    counts.set(key, known);
    const took = reply.elapsedTime / 1000;
    [all, seconds] = [all + 1, seconds + took];
    for (const [index, end] of BUCKETS_S.entries()) if (took <= end) buckets[index] = (buckets[index] ?? 0) + 1;
  });
  return () => [
    {
      name: 'diem_cau_http_requests_total',
      help: 'Requests answered, by method, route and status.',
      type: 'counter',
      samples: [...counts.values()].map(({ method, route, status, count }) => ({
        labels: { method, route, status: String(status) },
        value: count,
      })),
    },
    {
      name: 'diem_cau_http_request_seconds',
      help: 'How long answers took.',
      type: 'histogram',
      samples: histogram(buckets, all, seconds),
    },
  ];
}

function histogram(buckets: readonly number[], all: number, seconds: number): readonly Sample[] {
  const ends = BUCKETS_S.map((end, index) => ({
    suffix: '_bucket',
    labels: { le: String(end) },
    value: buckets[index] ?? 0,
  }));
  return [
    ...ends,
    { suffix: '_bucket', labels: { le: '+Inf' }, value: all },
    { suffix: '_sum', value: seconds },
    { suffix: '_count', value: all },
  ];
}
