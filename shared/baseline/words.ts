import type { DriftKey } from './drift.ts';

type DriftWords = Readonly<Record<DriftKey, string>>;

const vi: DriftWords = {
  'camera-device': 'Trước đây dùng camera “{{before}}”, nay dùng camera khác: “{{after}}”.',
  'camera-resolution': 'Trước đây camera cho hình {{before}}, nay {{after}}.',
  'camera-fps': 'Trước đây camera cho {{before, number}} khung hình/giây, nay {{after, number}}.',
  'microphone-device': 'Trước đây dùng micro “{{before}}”, nay dùng micro khác: “{{after}}”.',
  'microphone-speech': 'Trước đây tiếng nói vào micro ở mức {{before, number}} dBFS, nay {{after, number}} dBFS.',
  'speaker-device': 'Trước đây dùng loa “{{before}}”, nay dùng loa khác: “{{after}}”.',
  'link-adapter': 'Trước đây đường truyền đi qua “{{before}}”, nay đi qua “{{after}}”.',
  'link-upload': 'Trước đây tốc độ gửi lên {{before, number}} Mbps, nay {{after, number}} Mbps.',
  'link-download': 'Trước đây tốc độ tải về {{before, number}} Mbps, nay {{after, number}} Mbps.',
  'screen-resolution': 'Trước đây màn hình chia sẻ là {{before}}, nay {{after}}.',
  'encoder-fps': 'Trước đây máy nén được {{before, number}} khung hình/giây, nay {{after, number}}.',
  'host-memory': 'Trước đây máy có {{before, number}} GiB bộ nhớ, nay {{after, number}} GiB.',
};

const en: DriftWords = {
  'camera-device': 'It used to be the camera “{{before}}”, now it is another one: “{{after}}”.',
  'camera-resolution': 'The camera used to give {{before}}, now {{after}}.',
  'camera-fps': 'The camera used to give {{before, number}} frames/s, now {{after, number}}.',
  'microphone-device': 'It used to be the microphone “{{before}}”, now it is another one: “{{after}}”.',
  'microphone-speech': 'Speech used to reach the microphone at {{before, number}} dBFS, now at {{after, number}} dBFS.',
  'speaker-device': 'It used to be the speaker “{{before}}”, now it is another one: “{{after}}”.',
  'link-adapter': 'The line used to go through “{{before}}”, now through “{{after}}”.',
  'link-upload': 'The upload used to reach {{before, number}} Mbps, now {{after, number}} Mbps.',
  'link-download': 'The download used to reach {{before, number}} Mbps, now {{after, number}} Mbps.',
  'screen-resolution': 'The shared screen used to be {{before}}, now {{after}}.',
  'encoder-fps': 'The computer used to encode {{before, number}} frames/s, now {{after, number}}.',
  'host-memory': 'The computer used to have {{before, number}} GiB of memory, now {{after, number}} GiB.',
};

export const driftWords = { vi, en };
