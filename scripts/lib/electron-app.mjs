import { root } from './paths.mjs';

/**
 * What Chromium says on machines without a desktop session, a graphics card or D-Bus. Anything else is shown.
 * Root must go without Chromium's sandbox (containers, CI); no shipped build does.
 */
export const HARMLESS_STDERR = new RegExp(
  [
    'ERROR:bus\\.cc|ERROR:object_proxy\\.cc|dbus|libnotify',
    'Exiting GPU process due to errors during initialization',
    'ERROR:(shared_image|gl_surface|gl_display|gl_context|angle_platform|command_buffer|gpu_process|viz_main|vaapi|vulkan)',
    'Gtk-WARNING|GLib-GIO-CRITICAL|libva error|MESA',
    'ERROR:(udev|zygote)\\w*\\.cc',
    'WARNING:(sandbox_linux|bluez)\\w*\\.cc',
    'DevTools listening on|^Debugger (listening|attached|ending)|^For help, see: https://nodejs.org',
    'ExperimentalWarning: The Ed25519|electron --trace-warnings|^\\[OpenH264\\]',
    '^\\s*$',
  ].join('|'),
);

/** The arguments before ours: the app to load. @returns {string[]} */
export function appArguments() {
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root];
}
