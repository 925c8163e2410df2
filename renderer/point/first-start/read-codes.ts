import jsQR from 'jsqr';

const EVERY_MS = 250;
/** Codes are read in a picture no wider: finer than this costs time and finds no more. */
const MOST_WIDTH = 1280;

/** Looks for a QR code in what `video` shows, four times a second, and tells each text it finds. Returns its stop. */
export function readCodes(video: HTMLVideoElement, onText: (text: string) => void): () => void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const timer = setInterval(() => {
    if (!context || video.videoWidth === 0) return;
    const scale = Math.min(1, MOST_WIDTH / video.videoWidth);
    const width = Math.round(video.videoWidth * scale);
    const height = Math.round(video.videoHeight * scale);
    canvas.width = width;
    canvas.height = height;
    context.drawImage(video, 0, 0, width, height);
    const found = jsQR(context.getImageData(0, 0, width, height).data, width, height, {
      inversionAttempts: 'dontInvert',
    });
    if (found && found.data !== '') onText(found.data);
  }, EVERY_MS);
  return () => clearInterval(timer);
}
