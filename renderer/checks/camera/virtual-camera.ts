/** Names by which cameras made of software go. */
const VIRTUAL = /\bvirtual\b|\bobs\b|manycam|droidcam|iriun|epoccam|xsplit|snap camera|v4l2 ?loopback|dummy video/i;

export function isVirtualCamera(label: string): boolean {
  return VIRTUAL.test(label);
}
