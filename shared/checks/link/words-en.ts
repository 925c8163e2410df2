import type { CheckWords, ProblemWords } from '../check-words.ts';
import type { LinkProblem } from './problems.ts';

const HOTLINE = 'call the province’s hotline';
const QUIET_UP = 'pause cloud sync and sending files';
const QUIET_DOWN = 'pause downloads, videos and software updates';
const QUIET = 'pause cloud sync and downloads';

/** What helps against a crowded or bad line, by how this machine is connected. */
function quieten(quiet: string): Pick<ProblemWords, 'do' | 'doOn'> {
  return {
    do: `Use a cable instead of Wi-Fi if this is Wi-Fi, ${quiet}, then test again.`,
    doOn: {
      wireless: `Use a cable instead of Wi-Fi, ${quiet}, then test again.`,
      wired: `Try to ${quiet}; change the network cable or the port of the switch, then test again. If it stays so, call whoever runs the line.`,
    },
  };
}

const INTERVAL = '(between {{lossLowPct, number}} and {{lossHighPct, number}} %)';
const BUSY_MACHINE = 'Close some applications, plug in the charger, then press “Test again”.';
const OTHERS = 'Take other devices and applications off the network, then press “Test again”.';

export const en: CheckWords<LinkProblem> = {
  name: 'Line',
  about: 'Measured to the province’s server: speed up and down, latency, jitter, packet loss, clock.',
  ok: 'Up {{uploadBound}}{{uploadMbps, number}} Mbps, down {{downloadBound}}{{downloadMbps, number}} Mbps, latency {{rttMs, number}} ms, jitter {{jitterMs, number}} ms, loss {{lossPct, number}} %.',
  problems: {
    'no-network': {
      says: 'This machine has no network connection at all.',
      do: 'Plug the TSLCD network cable in again and look at the port’s light; or enable the adapter in the operating system.',
    },
    'no-address': {
      says: 'This machine is connected to a network but was given no IP address.',
      do: 'Pull the network cable, wait 10 seconds and plug it in again; if the TSLCD uses fixed addresses, enter the assigned one again; restart the router.',
    },
    'gateway-silent': {
      says: 'The router (the network’s way out) does not answer, so the line was not measured.',
      do: 'See whether the router has power and its signal lights are on, restart it; if it stays so, call whoever runs the line.',
    },
    'name-unresolved': {
      says: 'The address of the province’s server was not found ({{host}}).',
      do: `Check the DNS settings of the TSLCD network; if they are right, ${HOTLINE}.`,
    },
    'captive-portal': {
      says: 'This network asks for a log-in: another web page answers in place of the province’s server ({{host}}).',
      do: 'Open a browser and log in to the network, or plug in the TSLCD cable instead, then test again.',
    },
    'hub-unreachable': {
      says: 'The province’s server cannot be reached ({{host}}), so the line was not measured. This is not held against the meeting point.',
      do: `Check the TSLCD network cable; if the network works, ${HOTLINE}, then test again.`,
    },
    'hub-down': {
      says: 'The province’s server ({{host}}) does not answer, while {{targets}} can be reached from here. This is not held against the meeting point.',
      do: `Nothing needs mending here: ${HOTLINE} to tell them, then test again once they have seen to it.`,
    },
    'hub-insecure': {
      says: 'No secure connection to {{host}} ({{cause}}).',
      do: 'Check that this machine’s date and time are right; if they are, do not go on and tell the province’s hotline.',
    },
    'certificate-mismatch': {
      says: 'What answers at {{host}} does not show the certificate that was noted at enrolment.',
      do: `Do not go on: something may sit in between, or the province has a new certificate. Ask: ${HOTLINE}.`,
    },
    'hub-busy': {
      says: 'The province’s server is measuring for many other meeting points.',
      do: 'Wait a minute, then press “Test again”.',
    },
    'province-line-busy': {
      says: 'After waiting {{waitedMinutes, number}} minutes the province’s line is still busy measuring other meeting points (place {{place, number}} at first). This is no fault of the meeting point.',
      do: 'Wait a few minutes, then press “Test again”; better test earlier before the meeting.',
    },
    'hub-refused': {
      says: 'The province’s server did not allow the measurement ({{cause}}).',
      do: 'See whether this machine is enrolled, then test again; if it stays so, call the hotline.',
    },
    'hub-error': {
      says: 'The province’s server has a fault of its own ({{cause}}), so nothing was measured. This is no fault of the meeting point.',
      do: `Test again in a minute; if it stays so, ${HOTLINE} and read out the code in brackets.`,
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
    'websocket-only': {
      says: 'The network lets only web connections through (TCP): picture and sound stutter when packets are lost.',
      do: 'Ask whoever runs the firewall to open UDP and the measuring ports to the province’s server.',
    },
    proxy: {
      says: 'This machine goes through the proxy {{proxy}}, which may slow picture and sound down.',
      do: 'Ask whoever runs the network to leave the proxy out for the province’s server and the meeting platform’s.',
    },
    'platform-unreachable': {
      says: 'Servers of the meeting platform cannot be reached: {{targets}}.',
      do: `See whether this network is allowed to reach them (firewall); if in doubt, ${HOTLINE}.`,
    },
    'upload-low': {
      says: 'Upload speed {{uploadMbps, number}} Mbps, at least {{neededMbps, number}} Mbps is needed.',
      ...quieten(QUIET_UP),
    },
    'upload-unsaturated': {
      says: 'The upload speed is at least {{uploadMbps, number}} Mbps, but the needed {{neededMbps, number}} Mbps were not shown.',
      do: OTHERS,
    },
    'upload-processor': {
      says: 'This machine was too busy to measure the upload speed (it saw {{uploadMbps, number}} Mbps).',
      do: BUSY_MACHINE,
    },
    'upload-unstable': {
      says: 'The upload speed changed while it was measured, {{uploadMbps, number}} Mbps on average.',
      do: OTHERS,
    },
    'upload-unmeasured': {
      says: 'The upload speed could not be measured.',
      do: 'Close applications that use the network, then press “Test again”.',
    },
    'download-low': {
      says: 'Download speed {{downloadMbps, number}} Mbps, at least {{neededMbps, number}} Mbps is needed.',
      ...quieten(QUIET_DOWN),
    },
    'download-unsaturated': {
      says: 'The download speed is at least {{downloadMbps, number}} Mbps, but the needed {{neededMbps, number}} Mbps were not shown.',
      do: OTHERS,
    },
    'download-processor': {
      says: 'This machine was too busy to measure the download speed (it saw {{downloadMbps, number}} Mbps).',
      do: BUSY_MACHINE,
    },
    'download-unstable': {
      says: 'The download speed changed while it was measured, {{downloadMbps, number}} Mbps on average.',
      do: OTHERS,
    },
    'download-unmeasured': {
      says: 'The download speed could not be measured.',
      do: 'Close applications that use the network, then press “Test again”.',
    },
    'rtt-high': {
      says: 'Latency {{rttMs, number}} ms, it should be {{allowedMs, number}} ms at most.',
      do: 'Use the TSLCD line instead of a mobile network or VPN; close applications that transfer data.',
    },
    'upload-delays': {
      says: 'When the line up is full, latency rises from {{rttMs, number}} to {{loadedRttMs, number}} ms: the meeting will stall whenever a machine sends a file.',
      do: `During the meeting, ${QUIET_UP} on every machine that shares the network; ask whoever runs the router to turn on packet priority (QoS).`,
    },
    'download-delays': {
      says: 'When the line down is full, latency rises from {{rttMs, number}} to {{loadedRttMs, number}} ms: the meeting will stall whenever a machine downloads a file.',
      do: `During the meeting, ${QUIET_DOWN} on every machine that shares the network; ask whoever runs the router to turn on packet priority (QoS).`,
    },
    'jitter-high': {
      says: 'Jitter {{jitterMs, number}} ms, it should be {{allowedMs, number}} ms at most: picture and sound will stutter.',
      ...quieten(QUIET),
    },
    'jitter-up-high': {
      says: 'Jitter up {{jitterMs, number}} ms, it should be {{allowedMs, number}} ms at most: others will see and hear this point stutter.',
      ...quieten(QUIET_UP),
    },
    'jitter-down-high': {
      says: 'Jitter down {{jitterMs, number}} ms, it should be {{allowedMs, number}} ms at most: this point will see and hear the others stutter.',
      ...quieten(QUIET_DOWN),
    },
    'jitter-processor': {
      says: 'The line’s jitter could not be measured: the machine was too busy (it saw {{jitterMs, number}} ms, {{ownMs, number}} ms of them its own).',
      do: BUSY_MACHINE,
    },
    'loss-high': {
      says: 'Packet loss {{lossPct, number}} % (up {{lossUpPct, number}} %, down {{lossDownPct, number}} %), it should be {{allowedPct, number}} % at most.',
      ...quieten(QUIET),
    },
    'loss-up-high': {
      says: `Packet loss {{lossPct, number}} % up ${INTERVAL}, it should be {{allowedPct, number}} % at most.`,
      ...quieten(QUIET_UP),
    },
    'loss-down-high': {
      says: `Packet loss {{lossPct, number}} % down ${INTERVAL}, it should be {{allowedPct, number}} % at most.`,
      ...quieten(QUIET_DOWN),
    },
    'loss-unclear': {
      says: `Packet loss {{lossPct, number}} % ${INTERVAL}: more than {{allowedPct, number}} % is not ruled out.`,
      do: 'Press “Test again” when the network is quieter; if it stays so, try another network cable or port of the switch.',
    },
    'loss-unmeasured': {
      says: 'Only {{sent, number}} packets could be sent: too few to tell the packet loss.',
      do: 'Close applications that use the network, then press “Test again”.',
    },
    'audio-up-poor': {
      says: 'By estimate, others do not hear this point well: MOS {{mos, number}} on a scale up to 4.5, {{neededMos, number}} is needed.',
      ...quieten(QUIET_UP),
    },
    'audio-down-poor': {
      says: 'By estimate, this point does not hear the others well: MOS {{mos, number}} on a scale up to 4.5, {{neededMos, number}} is needed.',
      ...quieten(QUIET_DOWN),
    },
    'audio-processor': {
      says: 'How well this point hears the others could not be estimated: the machine was too busy to see when packets came.',
      do: BUSY_MACHINE,
    },
    'hub-processor': {
      says: 'The province’s server was too busy to measure all of this point’s line. This is no fault of the meeting point.',
      do: `Test again in a minute; if it stays so, ${HOTLINE} to tell them that the server is overloaded.`,
    },
    'clock-off': {
      says: 'This machine’s clock differs from the province’s by {{offsetSeconds, number}} seconds, {{allowedSeconds, number}} at most is allowed.',
      do: 'Turn on automatic date and time, or set the date and time of this machine, then test again.',
    },
    wireless: {
      says: 'This machine uses a wireless connection ({{adapter}}).',
      do: 'Plug in the TSLCD network cable for the meeting; turn Wi-Fi off once it is in.',
    },
    'wireless-weak': {
      says: 'This machine uses weak Wi-Fi ({{adapter}}, signal {{signalPct, number}} %).',
      do: 'Plug in the TSLCD network cable for the meeting; without one, move closer to the access point, away from walls and metal.',
    },
  },
};
