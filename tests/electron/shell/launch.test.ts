import { describe, expect, it } from 'vitest';
import { parseLaunch } from '../../../electron/shell/launch.ts';

describe('the command line of the application', () => {
  it('opens what was chosen at the first start', () => {
    expect(parseLaunch([])).toEqual({
      role: null,
      data: null,
      json: false,
      mode: { kind: 'interactive', runCheck: false },
    });
  });

  it('takes a check with a choice of checks, in the usual order', () => {
    expect(parseLaunch(['check', '--data', '/d', '--only', 'link,camera', '--json'])).toEqual({
      role: null,
      data: '/d',
      json: true,
      mode: { kind: 'unattended', only: ['camera', 'link'] },
    });
  });

  it('lets the switches of Chromium pass', () => {
    const launch = parseLaunch([
      '--use-fake-device-for-media-stream',
      'check',
      '--use-file-for-fake-video-capture=/x.mjpeg',
      '--data=/d',
    ]);
    expect(launch).toMatchObject({ data: '/d', mode: { kind: 'unattended', only: null } });
  });

  it.each([
    [['--role=hub'], '--role'],
    [['check', '--only', 'camera,nose'], 'nose'],
    [['check', '--only', ''], 'nothing'],
  ])('says what is wrong with %j', (args, word) => {
    expect(() => parseLaunch(args)).toThrow(word);
  });
});
