import type { CameraProblem } from '../../shared/checks/camera/rule.ts';
import type { Verdict } from '../../shared/checks/verdict.ts';
import { FPS, HEIGHT, light, room, WIDTH } from './room.ts';

/** What one camera of the corpus shows, and what a person who looks at it says of it. */
export interface CorpusPicture {
  readonly about: string;
  /** An ffmpeg source. */
  readonly source: string;
  /** How the camera's picture went on its way: as taken, or through a video encoder, which may change it. */
  readonly via?: 'h264' | 'mpeg2' | 'vp8' | 'coarse-mjpeg';
  /** Judged by eye, never by the rule: the verdict and the main reason a correct check gives. */
  readonly label: { readonly verdict: Verdict; readonly reason: CameraProblem | 'ok' };
}

export const ok = { verdict: 'pass', reason: 'ok' } as const;
export const fault = (reason: CameraProblem) => ({ verdict: 'fail', reason }) as const;
export const note = (reason: CameraProblem) => ({ verdict: 'warn', reason }) as const;

export const plain = (color: string, noise = 0) =>
  `color=${color}:s=${WIDTH}x${HEIGHT}:r=${FPS},format=yuv420p${noise > 0 ? `,noise=alls=${noise}:allf=t` : ''}`;
const still = room({ moves: false, noise: 0 });

/** Cameras by name. Everything moves, has the noise of a sensor and is 1280x720 at 30 fps unless it says otherwise. */
export const CORPUS_PICTURES: Readonly<Record<string, CorpusPicture>> = {
  'room-normal': { about: 'a normal room', source: room(), label: ok },
  'room-bright': { about: 'a bright room', source: room({ lens: [light(1.3)] }), label: ok },
  'room-evening': { about: 'an evening room, still easy to see', source: room({ lens: [light(0.55)] }), label: ok },
  'room-white-wall': { about: 'a person before a white wall', source: room({ backdrop: 'white-wall' }), label: ok },
  'room-screen': { about: 'a switched-off screen behind', source: room({ backdrop: 'screen' }), label: ok },
  'room-soft': { about: 'a cheap, slightly soft lens', source: room({ lens: ['gblur=sigma=1.3'] }), label: ok },
  'room-empty': { about: 'nothing moves, sensor noise', source: room({ moves: false, noise: 3 }), label: ok },
  'room-empty-calm': { about: 'nothing moves, a good sensor', source: room({ moves: false, noise: 2 }), label: ok },
  'room-empty-coarse': {
    about: 'nothing moves, a good sensor, a camera that compresses each frame hard',
    source: room({ moves: false, noise: 2 }),
    via: 'coarse-mjpeg',
    label: ok,
  },
  'room-encoded': { about: 'somebody moves, through an encoder', source: room({ noise: 0 }), via: 'h264', label: ok },
  mandelbrot: {
    about: 'a lively picture with fine detail',
    source: `mandelbrot=s=${WIDTH}x${HEIGHT}:r=${FPS}:inner=period,format=yuv420p,noise=alls=4:allf=t`,
    label: ok,
  },
  'test-picture': {
    about: 'a lively, coloured picture',
    source: `testsrc2=s=${WIDTH}x${HEIGHT}:r=${FPS},format=yuv420p,noise=alls=6:allf=t`,
    label: ok,
  },
  'room-dim': { about: 'a dim room', source: room({ lens: [light(0.2)] }), label: note('dark') },
  'room-very-dim': { about: 'hardly any light', source: room({ lens: [light(0.13)], noise: 4 }), label: note('dark') },
  'room-night': { about: 'night, strong noise', source: room({ lens: [light(0.2)], noise: 16 }), label: note('dark') },
  black: { about: 'digital black', source: plain('black'), label: fault('black') },
  'black-noise': { about: 'a lens cap, a little noise', source: plain('0x060606', 5), label: fault('black') },
  'black-bright-pixel': {
    about: 'black but for one dead, white pixel',
    source: `${plain('black', 2)},drawbox=x=0:y=0:w=2:h=2:color=white:t=fill`,
    label: fault('black'),
  },
  covered: { about: 'a hand over the lens, gain up', source: plain('0x26201e', 14), label: fault('covered') },
  'covered-tape': { about: 'dark tape over the lens', source: plain('0x1c1c1e', 8), label: fault('covered') },
  'over-exposed': {
    about: 'a lamp into the lens',
    source: room({ lens: ["lutyuv=y='min(235,(val-16)*1.1+190)':u=128:v=128"] }),
    label: note('over-exposed'),
  },
  'flat-cloth': { about: 'a bright cloth over the lens', source: plain('0x8a7a6a', 4), label: fault('flat') },
  'flat-cloth-side-lit': {
    about: 'a cloth over the lens, lit from one side',
    source: `gradients=s=${WIDTH}x${HEIGHT}:r=${FPS}:c0=0x3a2a20:c1=0xb09880:x0=0:y0=0:x1=1279:y1=719:nb_colors=2:speed=0.00001,format=yuv420p,noise=alls=4:allf=t`,
    label: fault('flat'),
  },
  'flat-cloth-shaded': {
    about: 'a cloth over the lens, darker to the corners',
    source: `color=0x9a8a7a:s=${WIDTH}x${HEIGHT}:r=${FPS},vignette=PI/5,format=yuv420p,noise=alls=5:allf=t`,
    label: fault('flat'),
  },
  'flat-blue': { about: 'a blue "no signal" picture', source: plain('0x3050c0'), label: fault('flat') },
  frozen: { about: 'one frame for ever', source: `${room()},loop=loop=-1:size=1:start=0`, label: fault('frozen') },
  'frozen-later': {
    about: 'frozen after 2 s',
    source: `${room()},trim=end=2,loop=loop=-1:size=1:start=${2 * FPS - 1}`,
    label: fault('frozen'),
  },
  'frozen-h264': { about: 'frozen behind an H.264 encoder', source: still, via: 'h264', label: fault('frozen') },
  'frozen-mpeg2': { about: 'frozen behind an MPEG-2 encoder', source: still, via: 'mpeg2', label: fault('frozen') },
  'low-resolution': {
    about: 'an old camera of 640x480',
    source: `${room()},scale=640:480`,
    label: note('low-resolution'),
  },
  'five-fps': { about: '5 frames a second', source: room({ fps: 5 }), label: note('low-fps') },
  blurred: { about: 'out of focus', source: room({ lens: ['gblur=sigma=9'] }), label: note('blurred') },
  'blurred-dim': {
    about: 'out of focus, less light',
    source: room({ lens: ['gblur=sigma=9', light(0.6)] }),
    label: note('blurred'),
  },
  backlight: {
    about: 'a window behind, the person a shadow',
    source: room({ backdrop: 'window', lens: ["lutyuv=y='if(gt(val,190),235,16+(val-16)*0.3)'"] }),
    label: note('backlight'),
  },
};
