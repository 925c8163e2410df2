import { expect, test } from 'vitest';
import { countRealCameras, openCamera } from '../../../../renderer/checks/media/camera-choice.ts';
import { isVirtualCamera } from '../../../../renderer/checks/media/virtual-camera.ts';

test.each([
  'OBS Virtual Camera',
  'OBS-Camera',
  'DroidCam Source 3',
  'ManyCam Virtual Webcam',
  'ManyCam',
  'XSplit VCam',
  'e2eSoft iVCam',
  'Snap Camera',
  'Iriun Webcam',
  'EpocCam Camera',
  'Camo',
  'Camera (NVIDIA Broadcast)',
  'CyberLink YouCam 9',
  'Logi Capture',
  'vMix Video',
  'NDI Webcam Video 1',
  'Unity Video Capture',
  'Dummy video device (0x0000)',
  'v4l2loopback dummy video',
  'fake_device_0',
])('%s is virtual', (label) => {
  expect(isVirtualCamera(label)).toBe(true);
});

test.each([
  'HD Webcam (046d:0825)',
  'Logitech BRIO',
  'Logitech MeetUp',
  'Jabra PanaCast 20',
  'Poly Studio P5',
  'Integrated Camera',
  'Lobster Cam',
  'Camera, mặt trước',
  'USB2.0 HD UVC WebCam',
  'EOS Webcam Utility',
  'Surface Camera Front',
  'AVerMedia CAM540',
  'Indigo Camera',
])('%s is not virtual', (label) => {
  expect(isVirtualCamera(label)).toBe(false);
});

const MODE = { width: { ideal: 1920 } };

/** Cameras with these labels, each with its label in capitals as its id, and what is asked of them. */
function camerasNamed(...labels: readonly string[]) {
  const asked: MediaStreamConstraints[] = [];
  const devices = labels.map((label) => ({ kind: 'videoinput', label, deviceId: label.toUpperCase(), groupId: '' }));
  const microphone = { kind: 'audioinput', label: 'USB Microphone', deviceId: 'MICROPHONE', groupId: '' };
  const media = {
    enumerateDevices: async () => [microphone, ...devices] as MediaDeviceInfo[],
    async getUserMedia(constraints: MediaStreamConstraints) {
      asked.push(constraints);
      return {} as MediaStream;
    },
  };
  return { asked, media };
}

test.each([
  ['the default where it is a real one', ['HD Webcam', 'OBS Virtual Camera'], undefined],
  ['the real one where the default is virtual', ['OBS Virtual Camera', 'HD Webcam'], 'HD WEBCAM'],
  ['the default where all are virtual', ['OBS Virtual Camera', 'DroidCam'], undefined],
  ['the default where there is none to see', [], undefined],
  ['the default where no name is told yet', [''], undefined],
])('without a choice it opens %s', async (_what, labels, exact) => {
  const { asked, media } = camerasNamed(...labels);
  await openCamera(media, MODE, undefined);
  expect(asked).toEqual([{ audio: false, video: exact ? { ...MODE, deviceId: { exact } } : MODE }]);
});

test('the one the person chose is opened, virtual or not, and no other', async () => {
  const { asked, media } = camerasNamed('HD Webcam', 'OBS Virtual Camera');
  await openCamera(media, MODE, { id: 'obs', label: 'OBS Virtual Camera' });
  expect(asked).toEqual([{ audio: false, video: { ...MODE, deviceId: { exact: 'obs' } } }]);
});

test('real cameras are counted', async () => {
  expect(await countRealCameras(camerasNamed('OBS Virtual Camera', 'HD Webcam', 'DroidCam').media)).toBe(1);
  expect(await countRealCameras(camerasNamed('OBS Virtual Camera').media)).toBe(0);
});
