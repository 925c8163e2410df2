/** The first start of a machine. */
export const firstStart = {
  steps: { label: 'First steps', code: 'Enrol', devices: 'Choose devices', check: 'First test' },
  again: 'Not a meeting point’s machine? Choose again',
  hub: 'The province’s server set up on this machine: {{hub}}.',
  code: {
    'other-text': 'This is no enrolment code: one begins with “DC1.” Copy the whole code from the sheet.',
    incomplete: 'The code is incomplete or has a wrong character. Copy all of it, every line.',
  },
  scan: {
    open: 'Show the sheet’s QR code to the camera',
    picture: 'Picture of the camera',
    looking: 'Hold the sheet straight before the camera, about 20 cm away, in good light.',
    'other-code': 'This QR code is no enrolment code. Use the one on the province’s enrolment sheet.',
    'no-camera':
      'The camera does not open. Plug it in again, close other meeting software and try again, or paste the code below.',
    cancel: 'Enter the code by hand instead',
  },
  devices: {
    enrolled: 'Enrolled. Choose the devices used for meetings, then test at once.',
    title: 'Devices used for meetings',
    none: {
      camera: 'No camera is seen. Plug one in; this follows by itself.',
      microphone: 'No microphone is seen. Plug one in; this follows by itself.',
      speaker: 'No speaker is seen. Switch the speaker or TV on; this follows by itself.',
    },
    check: 'First test',
    later: 'Later, go to the main screen',
  },
};
