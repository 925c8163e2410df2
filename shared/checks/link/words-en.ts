import type { CheckWords } from '../check-words.ts';
import type { LinkProblem } from './problems.ts';

const QUIET_LINE = 'use a cable instead of Wi-Fi, pause cloud sync and downloads';

export const en: CheckWords<LinkProblem> = {
  name: 'Line',
  about: 'Measured to the province’s server: speed up and down, latency, jitter, packet loss, clock.',
  ok: 'Up {{uploadBound}}{{uploadMbps, number}} Mbps, down {{downloadBound}}{{downloadMbps, number}} Mbps, latency {{rttMs, number}} ms, jitter {{jitterMs, number}} ms, loss {{lossPct, number}} %.',
  problems: {
    'no-network': {
      says: 'This machine has no network connection at all.',
      do: 'Plug the TSLCD network cable in again and look at the port’s light; or enable the adapter in the operating system.',
    },
    'name-unresolved': {
      says: 'The address of the province’s server was not found ({{host}}).',
      do: 'Check the DNS settings of the TSLCD network; if they are right, call the province’s hotline.',
    },
    'hub-unreachable': {
      says: 'The province’s server cannot be reached ({{host}}), so the line was not measured. This is not held against the meeting point.',
      do: 'Check the TSLCD network cable; if the network works, call the province’s hotline, then test again.',
    },
    'hub-insecure': {
      says: 'No secure connection to {{host}} ({{cause}}).',
      do: 'Check that this machine’s date and time are right; if they are, do not go on and tell the province’s hotline.',
    },
    'hub-busy': {
      says: 'The province’s server is measuring for many other meeting points.',
      do: 'Wait a minute, then press “Test again”.',
    },
    'hub-refused': {
      says: 'The province’s server did not allow the measurement ({{cause}}).',
      do: 'See whether this machine is enrolled, then test again; if it stays so, call the hotline.',
    },
    'not-enrolled': {
      says: 'This machine is not enrolled, so it does not know where to measure to.',
      do: 'Enter the enrolment code the province gave you, then test again.',
    },
    'responder-silent': {
      says: 'The province’s server answers, but its ports for measuring the line do not.',
      do: 'Tell the province’s hotline: a firewall may block those ports (UDP and TCP).',
    },
    interrupted: {
      says: 'The line broke off while it was being measured.',
      do: 'Check the cable and the switch’s lights, then test again; if it breaks again, call whoever runs the line.',
    },
    'tcp-only': {
      says: 'The network blocks UDP: picture and sound must go over TCP and stutter when packets are lost.',
      do: 'Ask whoever runs the firewall to open UDP to the province’s server.',
    },
    'upload-low': {
      says: 'Upload speed {{uploadMbps, number}} Mbps, at least {{neededMbps, number}} Mbps is needed.',
      do: `Take other devices off the network, ${QUIET_LINE}, then test again.`,
    },
    'upload-unmeasured': {
      says: 'The upload speed could not be measured.',
      do: 'Close applications that use the network, then press “Test again”.',
    },
    'download-low': {
      says: 'Download speed {{downloadMbps, number}} Mbps, at least {{neededMbps, number}} Mbps is needed.',
      do: `Take other devices off the network, ${QUIET_LINE}, then test again.`,
    },
    'download-unmeasured': {
      says: 'The download speed could not be measured.',
      do: 'Close applications that use the network, then press “Test again”.',
    },
    'rtt-high': {
      says: 'Latency {{rttMs, number}} ms, it should be {{allowedMs, number}} ms at most.',
      do: 'Use the TSLCD line instead of a mobile network or VPN; close applications that transfer data.',
    },
    'jitter-high': {
      says: 'Jitter {{jitterMs, number}} ms, it should be {{allowedMs, number}} ms at most.',
      do: `Picture and sound will stutter: ${QUIET_LINE}.`,
    },
    'loss-high': {
      says: 'Packet loss {{lossPct, number}} % (up {{lossUpPct, number}} %, down {{lossDownPct, number}} %), it should be {{allowedPct, number}} % at most.',
      do: 'Use a cable instead of Wi-Fi, pause cloud sync; change the network cable or the port of the switch.',
    },
    'clock-off': {
      says: 'This machine’s clock differs from the province’s by {{offsetSeconds, number}} seconds, {{allowedSeconds, number}} at most is allowed.',
      do: 'Turn on automatic date and time, or set the date and time of this machine, then test again.',
    },
    wireless: {
      says: 'This machine uses a wireless connection ({{adapter}}).',
      do: 'Plug in the TSLCD network cable for the meeting; turn Wi-Fi off once it is in.',
    },
  },
};
