/** Names by which cameras made of software go, phone bridges included. What a maker's own camera is called is not here. */
const VIRTUAL_NAMES = [
  // What says so itself: OBS Virtual Camera, XSplit VCam, ASUS Virtual Camera, Windows' phone link, …
  '\\bvirtual\\b',
  '\\bv-?cam\\b',
  // Recorders, mixers and effects.
  '\\bobs\\b',
  'obs-?camera',
  'manycam',
  'xsplit',
  'snap camera',
  'splitcam',
  'youcam',
  'cyberlink webcam splitter',
  'sparkocam',
  'camtwist',
  'chromacam',
  'facerig',
  'finecam',
  'mmhmm',
  'nvidia broadcast',
  'logi(tech)? capture',
  'unity video capture',
  'screen[- ]capture[- ]recorder',
  'akvcam',
  'altercam',
  '\\bvmix\\b',
  '\\bndi\\b',
  // Phones.
  'droidcam',
  'iriun',
  'epoccam',
  '\\bivcam\\b',
  '\\bcamo\\b',
  // Linux's loopback device, by the name of its driver and by the one it gives its cameras.
  'v4l2 ?loopback',
  'dummy video',
  // Chromium's own made-up camera.
  '^fake_device_',
];
const VIRTUAL = new RegExp(VIRTUAL_NAMES.join('|'), 'i');

/** Whether a camera is made of software, told by its name: the browser gives nothing else to tell it by. */
export function isVirtualCamera(label: string): boolean {
  return VIRTUAL.test(label);
}
