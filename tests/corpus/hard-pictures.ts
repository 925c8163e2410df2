import type { CorpusPicture } from './pictures.ts';
import { fault, note, ok, plain } from './pictures.ts';
import { FPS, HEIGHT, light, room, WIDTH } from './room.ts';

const shade = (from: string, to: string) =>
  `gradients=s=${WIDTH}x${HEIGHT}:r=${FPS}:c0=${from}:c1=${to}:x0=0:y0=0:x1=1279:y1=719:nb_colors=2:speed=0.00001,format=yuv420p`;

/** Held out: nothing was tuned on these. Their labels were written before any check saw them. */
export const HARD_PICTURES: Readonly<Record<string, CorpusPicture>> = {
  'room-wood': { about: 'dark panelling, lit well', source: room({ backdrop: 'wood' }), label: ok },
  'room-window-aside': { about: 'a bright window to one side', source: room({ backdrop: 'window-aside' }), label: ok },
  'room-lit-noisy': { about: 'a noisy sensor, lit', source: room({ lens: [light(0.7)], noise: 12 }), label: ok },
  'room-orange': { about: 'lamps of warm light', source: room({ lens: ['lutyuv=u=val-25:v=val+20'] }), label: ok },
  'room-flicker': {
    about: 'lamps that flicker, nobody moves',
    source: `${room({ moves: false })},eq=brightness='0.05*sin(2*PI*9*t)':eval=frame`,
    label: ok,
  },
  'room-listening': {
    about: 'somebody who hardly moves, through an encoder',
    source: room({ moves: 'a-little', noise: 0 }),
    via: 'h264',
    label: ok,
  },
  'backlight-deep': {
    about: 'a window behind, the person hardly to be seen',
    source: room({ backdrop: 'window', lens: ["lutyuv=y='if(gt(val,190),235,16+(val-16)*0.18)'"] }),
    label: note('backlight'),
  },
  'twenty-five-fps': { about: 'a camera of the European rate', source: room({ fps: 25 }), label: ok },
  'fifteen-fps': { about: '15 frames a second', source: room({ fps: 15 }), label: note('low-fps') },
  'low-resolution-wide': { about: '960x540', source: `${room()},scale=960:540`, label: note('low-resolution') },
  'black-status-lamp': {
    about: 'black but for the lamp of a device',
    source: `${plain('black', 3)},drawbox=x=900:y=300:w=20:h=20:color=white:t=fill`,
    label: fault('black'),
  },
  'covered-finger': {
    about: 'a finger on the lens, light shines through',
    source: `${shade('0x200804', '0x501810')},noise=alls=6:allf=t`,
    label: fault('covered'),
  },
  'flat-paper': { about: 'paper before the lens', source: plain('0xd8d4c8', 3), label: fault('flat') },
  'frozen-vp8': {
    about: 'frozen behind a VP8 encoder',
    source: room({ moves: false, noise: 0 }),
    via: 'vp8',
    label: fault('frozen'),
  },
  'frozen-dim': {
    about: 'one frame of a dim room for ever',
    source: `${room({ lens: [light(0.25)], noise: 6 })},loop=loop=-1:size=1:start=0`,
    label: fault('frozen'),
  },
};
