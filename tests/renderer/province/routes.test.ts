import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineRoute } from '../../../renderer/province/shell/route.ts';

const list = defineRoute('/');
const meeting = defineRoute('/meetings/:meetingId');
const rollCall = defineRoute('/meetings/:meetingId/roll-call');

describe('a screen’s address', () => {
  it.each([
    ['', {}],
    ['#/', {}],
    ['#/?filter=open', {}],
    ['#/new', null],
    ['#/meetings/m1', null],
  ])('the list of meetings at %j: %j', (hash, params) => expect(list.match(hash)).toEqual(params));

  it.each([
    ['#/meetings/m1', { meetingId: 'm1' }],
    ['#/meetings/a%2Fb', { meetingId: 'a/b' }],
    ['#/meetings/', null],
    ['#/meetings/%E0%A4%A', null],
    ['#/meetings/m1/roll-call', null],
  ])('a meeting at %j: %j', (hash, params) => expect(meeting.match(hash)).toEqual(params));

  it('finds again whatever it was made from', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (meetingId) => {
        expect(rollCall.match(rollCall.hash({ meetingId }))).toEqual({ meetingId });
        expect(meeting.match(rollCall.hash({ meetingId }))).toBeNull();
      }),
    );
  });
});
