import type { CorpusPicture } from './pictures.ts';
import { fault, note, ok } from './pictures.ts';
import { FPS, HEIGHT, light, WIDTH } from './room.ts';

interface Photo {
  /** Whether the camera sways a little, as on a table that people lean on. */
  readonly sways?: boolean;
  /** As in `room`. */
  readonly noise?: number;
  readonly lens?: readonly string[];
}

/**
 * Pictures from real photographs and one real film, lit and seen in different ways. Held out: nothing was tuned on them, and
 * their labels were written, by eye, before any check saw them.
 * @param dir where the photographs are
 */
export function photoPictures(dir: string): Readonly<Record<string, CorpusPicture>> {
  const photo = (file: string, { sways = true, noise = 3, lens = [] }: Photo = {}): string => {
    const reach = sways ? 40 : 0;
    const frame = `scale=1440:810:force_original_aspect_ratio=increase,crop=${WIDTH}:${HEIGHT}:x='(iw-${WIDTH})/2+${reach}*sin(2*t)':y='(ih-${HEIGHT})/2'`;
    const sensor = [...lens, 'format=yuv420p', ...(noise > 0 ? [`noise=alls=${noise}:allf=t`] : [])];
    return `movie=${dir}/${file},loop=-1:1:0,setpts=N/${FPS}/TB,fps=${FPS},${frame},${sensor.join(',')}`;
  };
  const office = 'left01.jpg';
  const visitors = 'basketball1.png';
  return {
    'photo-office': { about: 'somebody at a desk', source: photo(office), label: ok },
    'photo-office-empty': { about: 'nothing moves', source: photo(office, { sways: false, noise: 2 }), label: ok },
    'photo-office-evening': { about: 'half the light', source: photo(office, { lens: [light(0.5)] }), label: ok },
    'photo-office-dim': {
      about: 'hardly any light',
      source: photo(office, { lens: [light(0.2)] }),
      label: note('dark'),
    },
    'photo-office-blurred': {
      about: 'out of focus',
      source: photo(office, { lens: ['gblur=sigma=9'] }),
      label: note('blurred'),
    },
    'photo-office-frozen': {
      about: 'one frame for ever',
      source: photo(office, { sways: false, noise: 0 }),
      label: fault('frozen'),
    },
    'photo-visitors': { about: 'two people, a bare wall', source: photo(visitors), label: ok },
    'photo-visitors-night': {
      about: 'night, strong noise',
      source: photo(visitors, { lens: [light(0.2)], noise: 16 }),
      label: note('dark'),
    },
    'photo-visitors-washed': {
      about: 'far too much light',
      source: photo(visitors, { lens: ["lutyuv=y='min(235,(val-16)*1.1+190)'"] }),
      label: note('over-exposed'),
    },
    'photo-visitors-frozen': {
      about: 'frozen behind an H.264 encoder',
      source: photo(visitors, { sways: false, noise: 0 }),
      via: 'h264',
      label: fault('frozen'),
    },
    'photo-desk': { about: 'a table top with a few things', source: photo('stuff.jpg'), label: ok },
    'photo-page': { about: 'a document camera, one corner darker', source: photo('sudoku.png'), label: ok },
    'photo-page-defocused': {
      about: 'a document camera, truly out of focus',
      source: photo('text_defocus.jpg'),
      label: note('blurred'),
    },
    'photo-street': { about: 'grey daylight', source: photo('leuvenA.jpg'), label: ok },
    'photo-haze': { about: 'much detail, little contrast', source: photo('aero1.jpg'), label: ok },
    'film-people': {
      about: 'a real camera: people walk by',
      source: `movie=${dir}/vtest.avi,setpts=N/${FPS}/TB,fps=${FPS},scale=1280:960,crop=${WIDTH}:${HEIGHT},format=yuv420p`,
      label: ok,
    },
  };
}
