/*
 * Many points behind one hub's line, from one client namespace.
 *
 * The client reaches the hub as point i by sending to 10.77.1.i; the hub sees that packet come from 10.77.2.i to its own
 * address 10.77.0.1, and answers there.  So one process can play many points, each with an address and an access link of
 * its own, without knowing of it.  Checksums are corrected by difference (RFC 1624).
 */
#include <stdint.h>
#include <string.h>

#define MOST_POINTS 250
#define HUB_IP      0x0a4d0001u   /* 10.77.0.1   */
#define CLIENT_IP   0x0a4d0002u   /* 10.77.0.2   */
#define HUB_AS(i)   (0x0a4d0100u + (i))   /* 10.77.1.i: the hub, as point i calls it */
#define POINT_AS(i) (0x0a4d0200u + (i))   /* 10.77.2.i: point i, as the hub sees it   */

static uint32_t get32(const uint8_t *p) { return (uint32_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3]; }
static void put32(uint8_t *p, uint32_t v) { p[0] = v >> 24; p[1] = v >> 16; p[2] = v >> 8; p[3] = v; }

static void correct(uint8_t *sum, uint32_t from, uint32_t to) {
    uint32_t s = (uint16_t)~(sum[0] << 8 | sum[1]);
    s += (uint16_t)~(from >> 16); s += (uint16_t)~from; s += to >> 16; s += to & 0xffff;
    while (s >> 16) s = (s & 0xffff) + (s >> 16);
    s = (uint16_t)~s;
    sum[0] = s >> 8; sum[1] = s;
}

static void readdress(uint8_t *packet, int at, uint32_t to) {
    uint32_t from = get32(packet + at);
    uint8_t *payload = packet + 4 * (packet[0] & 15);
    int first = !((packet[6] & 31) | packet[7]);              /* later fragments carry no header of their own */
    put32(packet + at, to);
    correct(packet + 10, from, to);
    if (first && packet[9] == 6) correct(payload + 16, from, to);
    if (first && packet[9] == 17 && (payload[6] | payload[7])) correct(payload + 6, from, to);
}

/* The point (1..points) a packet from the client or from the hub belongs to; 0 for none.  Rewrites its addresses. */
static int translate(uint8_t *packet, int from_client, int points) {
    uint32_t to = get32(packet + 16), i = to - (from_client ? HUB_AS(0) : POINT_AS(0));
    if (i < 1 || i > (uint32_t)points) return 0;
    readdress(packet, 12, from_client ? POINT_AS(i) : HUB_AS(i));
    readdress(packet, 16, from_client ? HUB_IP : CLIENT_IP);
    return (int)i;
}
