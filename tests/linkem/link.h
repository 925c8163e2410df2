/*
 * One direction of an emulated link: what becomes of a packet, and when.  See linkem.c.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_PKT   2048
#define RING_SIZE 65536            /* packets in flight per direction (power of 2) */
#define ACCESS_RING 1024           /* the same of one point's access link          */
#define CROSS_PKT 1200

typedef int64_t ns_t;

struct packet { ns_t deliver_at; uint16_t len; uint8_t data[MAX_PKT]; };

struct link {
    /* configuration */
    double rate_bps, loss, loss_burst;
    ns_t delay, jitter;
    double queue_bytes, burst_bytes;
    uint64_t rng;
    double then_bps;               /* after SIGUSR2; 0 = no change */
    double cross_bps; ns_t cross_on, cross_off;
    double reorder, duplicate;     /* shares of the packets */
    /* state */
    struct packet *ring; uint32_t ring_size, head, tail;
    double cross_next;             /* when the competing flow's next packet arrives */
    double bucket_ns;              /* virtual time at which all queued bits have been sent */
    ns_t last_deliver;             /* FIFO guard: no packet overtakes its predecessor */
    int in_bad_state;              /* Gilbert model */
    int fd_out;                    /* where packets go at the end of this link: a device, */
    struct link *next;             /* or the next link,                                   */
    struct link *fan_out;          /* or that one of these which the packet's point has   */
    /* counters (IP bytes) */
    uint64_t in_pkts, in_bytes, out_pkts, out_bytes, lost_pkts, lost_bytes, qdrop_pkts, qdrop_bytes, ring_drops, reordered, duplicated;
    double max_queue_ms, busy_ns;
    ns_t late_max, late_sum;       /* emulator self-check: delivery lateness */
    uint64_t trace_in, trace_out;
};

static void die(const char *m) { perror(m); exit(1); }

static ns_t now_ns(void) {
    struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t);
    return (ns_t)t.tv_sec * 1000000000LL + t.tv_nsec;
}

static double rnd(struct link *l) {              /* xorshift64*, uniform in [0,1) */
    l->rng ^= l->rng >> 12; l->rng ^= l->rng << 25; l->rng ^= l->rng >> 27;
    return (double)((l->rng * 2685821657736338717ULL) >> 11) / 9007199254740992.0;
}

static void parse_spec(struct link *l, const char *s, uint32_t ring_size) {
    double rate, delay, jitter, ppm, queue, burst, lburst; unsigned long long seed;
    if (sscanf(s, "%lf,%lf,%lf,%lf,%lf,%lf,%lf,%llu", &rate, &delay, &jitter, &ppm, &queue, &burst, &lburst, &seed) != 8) {
        fprintf(stderr, "bad SPEC %s\n", s); exit(2);
    }
    l->rate_bps = rate; l->delay = (ns_t)(delay * 1000); l->jitter = (ns_t)(jitter * 1000);
    l->loss = ppm / 1e6; l->queue_bytes = queue; l->burst_bytes = burst; l->loss_burst = lburst;
    l->rng = seed * 0x9E3779B97F4A7C15ULL + 0xD1B54A32D192ED03ULL;
    for (int i = 0; i < 8; i++) rnd(l);
    l->fd_out = -1; l->ring_size = ring_size;
    l->ring = malloc(sizeof(struct packet) * ring_size);
    if (!l->ring) die("malloc");
}

static void parse_cross(struct link *l, const char *s) {
    double rate, on, off;
    if (sscanf(s, "%lf,%lf,%lf", &rate, &on, &off) != 3) { fprintf(stderr, "bad CROSS %s\n", s); exit(2); }
    l->cross_bps = rate; l->cross_on = (ns_t)(on * 1e6); l->cross_off = (ns_t)(off * 1e6); l->cross_next = now_ns();
}

static void parse_disorder(struct link *l, const char *s) {
    double reorder_ppm, duplicate_ppm;
    if (sscanf(s, "%lf,%lf", &reorder_ppm, &duplicate_ppm) != 2) { fprintf(stderr, "bad DISORDER %s\n", s); exit(2); }
    l->reorder = reorder_ppm / 1e6; l->duplicate = duplicate_ppm / 1e6;
}

static int is_lost(struct link *l) {
    if (l->loss <= 0) return 0;
    if (l->loss_burst <= 1) return rnd(l) < l->loss;
    double leave_bad = 1 / l->loss_burst;                       /* mean burst length = 1/leave_bad */
    double enter_bad = leave_bad * l->loss / (1 - l->loss);     /* stationary loss = l->loss       */
    l->in_bad_state = l->in_bad_state ? rnd(l) >= leave_bad : rnd(l) < enter_bad;
    return l->in_bad_state;
}

/* The competing flow's packets until now: they wait and are dropped like any other. */
static void add_cross(struct link *l, ns_t now) {
    if (l->cross_bps <= 0 || l->rate_bps <= 0) return;
    double ns_per_byte = 8e9 / l->rate_bps, interval = CROSS_PKT * 8e9 / l->cross_bps;
    for (; l->cross_next <= now; l->cross_next += interval) {
        if (l->cross_off && (ns_t)l->cross_next % (l->cross_on + l->cross_off) >= l->cross_on) continue;
        if (l->bucket_ns < l->cross_next) l->bucket_ns = l->cross_next;
        if ((l->bucket_ns - l->cross_next) / ns_per_byte + CROSS_PKT <= l->queue_bytes) l->bucket_ns += CROSS_PKT * ns_per_byte;
    }
}

static void put(struct link *l, const uint8_t *data, int len, ns_t at) {
    if (l->head - l->tail >= l->ring_size - 1) { l->ring_drops++; return; }
    struct packet *p = &l->ring[l->head++ % l->ring_size];
    p->deliver_at = at; p->len = (uint16_t)len;
    memcpy(p->data, data, len);
}

/* The last packet overtakes the one before it, if that is still under way. */
static void overtake(struct link *l) {
    if (l->head - l->tail < 2) return;
    struct packet *last = &l->ring[(l->head - 1) % l->ring_size], *before = &l->ring[(l->head - 2) % l->ring_size];
    static uint8_t data[MAX_PKT];
    uint16_t len = last->len;
    memcpy(data, last->data, len);
    last->len = before->len; memcpy(last->data, before->data, before->len);
    before->len = len; memcpy(before->data, data, len);
    l->reordered++;
}

/* Decide the fate of a packet that reaches the link at `now`; times must not go back from call to call. */
static void enqueue(struct link *l, const uint8_t *data, int len, ns_t now) {
    add_cross(l, now);
    l->in_pkts++; l->in_bytes += len; l->trace_in += len;
    if (is_lost(l)) { l->lost_pkts++; l->lost_bytes += len; return; }
    double depart = now;
    if (l->rate_bps > 0) {
        double ns_per_byte = 8e9 / l->rate_bps;
        double backlog = l->bucket_ns > now ? (l->bucket_ns - now) / ns_per_byte : 0;
        if (backlog + len > l->queue_bytes) { l->qdrop_pkts++; l->qdrop_bytes += len; return; }
        if (l->bucket_ns < now - l->burst_bytes * ns_per_byte) l->bucket_ns = now - l->burst_bytes * ns_per_byte;
        l->bucket_ns += len * ns_per_byte;
        l->busy_ns += len * ns_per_byte;
        if (l->bucket_ns > depart) depart = l->bucket_ns;
        double q_ms = (l->bucket_ns - now) / 1e6;
        if (q_ms > l->max_queue_ms) l->max_queue_ms = q_ms;
    }
    ns_t d = l->delay;
    if (l->jitter) d += (ns_t)((2 * rnd(l) - 1) * (double)l->jitter);
    if (d < 0) d = 0;
    ns_t at = (ns_t)depart + d;
    if (at < l->last_deliver) at = l->last_deliver;
    l->last_deliver = at;
    put(l, data, len, at);
    if (l->reorder > 0 && rnd(l) < l->reorder) overtake(l);
    if (l->duplicate > 0 && rnd(l) < l->duplicate) { put(l, data, len, at); l->duplicated++; }
}
