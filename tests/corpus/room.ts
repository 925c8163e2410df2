/** Size and rate of a meeting's camera. */
export const WIDTH = 1280;
export const HEIGHT = 720;
export const FPS = 30;

export interface RoomOptions {
  /** Whether the person moves, as people do, or only as somebody who listens. */
  readonly moves?: boolean | 'a-little';
  /** Strength of the sensor's noise, about its standard deviation in luma. */
  readonly noise?: number;
  /** Filters between the room and the sensor (light, lens), in ffmpeg's words. */
  readonly lens?: readonly string[];
  /** What is behind the person. */
  readonly backdrop?: keyof typeof BACKDROPS;
  readonly fps?: number;
}

/** A meeting room drawn from boxes: a wall, furniture, a shelf, a table and one seated person. An ffmpeg source. */
export function room({ moves = true, noise = 3, lens = [], backdrop = 'wall', fps = FPS }: RoomOptions = {}): string {
  const reach = moves === 'a-little' ? 6 : moves ? 40 : 0;
  const x = `'530+${reach}*sin(3*t)'`;
  // Even a sharp lens spreads an edge over a pixel.
  const sensor = ['gblur=sigma=0.7', ...lens, 'format=yuv420p', ...(noise > 0 ? [`noise=alls=${noise}:allf=t`] : [])];
  return [
    `color=${BACKDROPS[backdrop].wall}:s=${WIDTH}x${HEIGHT}:r=${fps},vignette=PI/6,${FURNITURE},${BACKDROPS[backdrop].boxes}[room]`,
    `color=0x2c3550:s=220x420:r=${fps},${box(0, 0, 50, 130, '0xa59f95@0')},${box(70, 10, 80, 110, '0xc79c7c')}[person]`,
    `[room][person]overlay=x=${x}:y=300,${box(0, 560, 1280, 160, '0x6b4a30')},${box(420, 590, 180, 60, '0xe6e2da')},${box(720, 580, 90, 90, '0x23252b')},${sensor.join(',')}`,
  ].join(';');
}

const FURNITURE = [
  box(60, 90, 220, 330, '0xd9dee2'),
  box(166, 90, 8, 330, '0x5a5a5a'),
  box(1010, 120, 200, 420, '0x5b4634'),
  'drawgrid=x=1010:y=120:w=25:h=60:t=4:c=0xb0a080@0.25',
  box(420, 70, 440, 90, '0xb02a30'),
  box(520, 95, 240, 14, '0xf0d060'),
  box(560, 125, 160, 12, '0xf0d060'),
].join(',');

/** What differs behind the person: the wall's colour, and what stands before it. */
const BACKDROPS = {
  wall: { wall: '0xa59f95', boxes: 'null' },
  'white-wall': { wall: '0xdcdcd8', boxes: 'null' },
  window: { wall: '0xffffff', boxes: box(0, 0, 1280, 560, '0xffffff@0.92') },
  wood: { wall: '0x4a3324', boxes: 'null' },
  /** Daylight from one side: people sit in it, not before it. */
  'window-aside': { wall: '0xa59f95', boxes: box(0, 0, 330, 560, '0xffffff') },
  screen: { wall: '0xa59f95', boxes: box(330, 180, 620, 350, '0x16181c') },
} as const;

function box(x: number, y: number, width: number, height: number, color: string): string {
  return `drawbox=x=${x}:y=${y}:w=${width}:h=${height}:color=${color}:t=fill`;
}

/** Scales the light of the whole picture: 1 leaves it. */
export function light(share: number): string {
  return `lutyuv=y=16+(val-16)*${share}:u=128+(val-128)*${share}:v=128+(val-128)*${share}`;
}
